namespace Outreach.Sdk.Crm;

/// <summary>Place in the document.</summary>
public sealed record GraphQLErrorLocation
{
    /// <summary>Line, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Column, from 1.</summary>
    public int Column { get; init; }
}

namespace Outreach.Sdk.Mailmark;

/// <summary>Result of one DNS check.</summary>
public sealed record AuthCheck
{
    /// <summary>Whether the record is in place.</summary>
    public bool? Valid { get; init; }
}

namespace Outreach.Sdk.Mailmark;

/// <summary>Confirmation that a resource is gone.</summary>
public sealed record DeletedResult
{
    /// <summary>Always true.</summary>
    public bool Deleted { get; init; }
}

namespace Outreach.Sdk.Crm;

/// <summary>Which profile is folded into the one in the path.</summary>
public sealed record MergeCustomersRequest
{
    /// <summary>Profile to be merged away.</summary>
    public required string LoserId { get; init; }
}

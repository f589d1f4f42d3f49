namespace Outreach.Sdk.Reachkit;

/// <summary>New campaign.</summary>
public sealed record CreateCampaignRequest
{
    /// <summary>Name; trimmed. 1 to 150 characters.</summary>
    public required string Name { get; init; }
}

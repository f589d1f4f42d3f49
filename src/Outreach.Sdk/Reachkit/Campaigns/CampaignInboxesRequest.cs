namespace Outreach.Sdk.Reachkit;

/// <summary>Inboxes to attach or detach.</summary>
public sealed record CampaignInboxesRequest
{
    /// <summary>Inbox ids of this workspace; repeats are dropped. At least 1 item.</summary>
    public required IReadOnlyList<string> InboxIds { get; init; }
}

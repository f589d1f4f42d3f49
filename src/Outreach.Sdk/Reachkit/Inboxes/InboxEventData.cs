namespace Outreach.Sdk.Reachkit;

/// <summary>Ids of an inbox event.</summary>
public sealed record InboxEventData
{
    /// <summary>Inbox id.</summary>
    public string InboxId { get => field ?? ""; init; }
}

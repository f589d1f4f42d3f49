namespace Outreach.FakeServer.Reachkit;

/// <summary>
/// Leads of a campaign that wait for their next email and are alike in all that decides whether and how it can go out: due date,
/// inbox, provider, position. Within a group they stand in their order, so a pass looks at the first of each group only.
/// </summary>
internal sealed record GroupRow : Row
{
    /// <summary>Day number of the due date; 0 for first emails, which are due at once.</summary>
    public required int DueDay { get; init; }

    /// <summary>Place of the inbox of the latest email; -1 for first emails.</summary>
    public required int Inbox { get; init; }

    /// <summary>The kind of provider that esp_matching looks at.</summary>
    public required ProviderKind Provider { get; init; }

    /// <summary>Number of the last step sent.</summary>
    public required int Position { get; init; }

    /// <summary>Campaign and due day, by which a pass finds its groups.</summary>
    public required string Bucket { get; init; }
}

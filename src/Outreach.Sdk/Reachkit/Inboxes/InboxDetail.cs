namespace Outreach.Sdk.Reachkit;

/// <summary>A sending mailbox with the campaigns that use it.</summary>
public sealed record InboxDetail
{
    /// <summary>Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Address.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Part of the address after the @.</summary>
    public string Domain { get => field ?? ""; init; }

    /// <summary>Mail provider of an inbox.</summary>
    public InboxProvider Provider { get; init; }

    /// <summary>How the mailbox is linked.</summary>
    public ConnectionType ConnectionType { get; init; }

    /// <summary>State of the link between Reachkit and the mailbox; only <c>connected</c> can send.</summary>
    public ConnectionStatus ConnectionStatus { get; init; }

    /// <summary>First name of the sender; null when unset.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name of the sender; null when unset.</summary>
    public string? LastName { get; init; }

    /// <summary>Reply-To address; null when unset.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>HTML put under every outgoing email; null when unset.</summary>
    public string? Signature { get; init; }

    /// <summary>Takes part in campaign sending.</summary>
    public bool IsActive { get; init; }

    /// <summary>Warmup is on.</summary>
    public bool IsWarming { get; init; }

    /// <summary>Campaign emails a day.</summary>
    public int DailyCampaignLimit { get; init; }

    /// <summary>Warmup emails a day once fully ramped up.</summary>
    public int DailyWarmupLimit { get; init; }

    /// <summary>Campaigns to which it is attached.</summary>
    public IReadOnlyList<InboxCampaign> Campaigns { get => field ?? []; init; }

    /// <summary>When it was connected. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last settings or connection change. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

namespace Outreach.Sdk.Reachkit;

/// <summary>An inbox as it is shown inside a campaign.</summary>
public sealed record CampaignInbox
{
    /// <summary>Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Address of the inbox.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Mail provider of an inbox.</summary>
    public InboxProvider Provider { get; init; }

    /// <summary>Whether the inbox takes part in campaign sending.</summary>
    public bool IsActive { get; init; }

    /// <summary>State of the link between Reachkit and the mailbox; only <c>connected</c> can send.</summary>
    public ConnectionStatus ConnectionStatus { get; init; }
}

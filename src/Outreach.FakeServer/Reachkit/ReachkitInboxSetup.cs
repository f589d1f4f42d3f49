using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A mailbox to connect; what is left out gets the contract's default.</summary>
public sealed record ReachkitInboxSetup
{
    /// <summary>Address.</summary>
    public required string Email { get; init; }

    /// <summary>Mail provider; default <c>google</c>.</summary>
    public InboxProvider Provider { get; init; } = InboxProvider.Google;

    /// <summary>How it is linked; default <c>oauth</c>.</summary>
    public ConnectionType ConnectionType { get; init; } = ConnectionType.Oauth;

    /// <summary>State of the link; default <c>connected</c>.</summary>
    public ConnectionStatus ConnectionStatus { get; init; } = ConnectionStatus.Connected;

    /// <summary>First name of the sender.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name of the sender.</summary>
    public string? LastName { get; init; }

    /// <summary>Reply-To address.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>HTML under every outgoing email.</summary>
    public string? Signature { get; init; }

    /// <summary>Whether it takes part in campaign sending; default true.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether warmup is on; default false.</summary>
    public bool IsWarming { get; init; }

    /// <summary>Campaign emails a day, 1 to 500; default 30.</summary>
    public int DailyCampaignLimit { get; init; } = 30;

    /// <summary>Warmup emails a day, 1 to 100; default 20.</summary>
    public int DailyWarmupLimit { get; init; } = 20;

    /// <summary>A mailbox with an address and all defaults.</summary>
    public static implicit operator ReachkitInboxSetup(string email) => new() { Email = email };
}

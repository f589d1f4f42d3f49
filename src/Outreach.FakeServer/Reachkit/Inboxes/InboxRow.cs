using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A sending mailbox.</summary>
internal sealed record InboxRow : Row
{
    /// <summary>Highest daily limit of campaign emails.</summary>
    public const int MostCampaignEmails = 500;

    /// <summary>Highest daily limit of warmup emails.</summary>
    public const int MostWarmupEmails = 100;

    /// <summary>The workspace's place.</summary>
    public required int Workspace { get; init; }

    /// <summary>Address, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Mail provider.</summary>
    public required InboxProvider Provider { get; init; }

    /// <summary>How it is linked.</summary>
    public required ConnectionType ConnectionType { get; init; }

    /// <summary>State of the link.</summary>
    public required ConnectionStatus ConnectionStatus { get; init; }

    /// <summary>First name of the sender.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name of the sender.</summary>
    public string? LastName { get; init; }

    /// <summary>Reply-To address.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>HTML under every outgoing email.</summary>
    public string? Signature { get; init; }

    /// <summary>Takes part in campaign sending.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Warmup is on.</summary>
    public bool IsWarming { get; init; }

    /// <summary>Campaign emails a day.</summary>
    public int DailyCampaignLimit { get; init; } = 30;

    /// <summary>Warmup emails a day.</summary>
    public int DailyWarmupLimit { get; init; } = 20;

    /// <summary>When it was connected.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change of a shown field.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Part of the address after the @.</summary>
    public string Domain => Email[(Email.LastIndexOf('@') + 1)..];

    /// <summary>Whether it can send at all.</summary>
    public bool IsConnected => ConnectionStatus == ConnectionStatus.Connected;
}

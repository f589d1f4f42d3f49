using System.Collections.Immutable;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A campaign as its owner set it up; what sending counts is in <see cref="CampaignTallyRow"/>.</summary>
internal sealed record CampaignRow : Row
{
    /// <summary>The workspace's place.</summary>
    public required int Workspace { get; init; }

    /// <summary>Name, trimmed.</summary>
    public required string Name { get; init; }

    /// <summary>State.</summary>
    public required CampaignStatus Status { get; init; }

    /// <summary>Sending options.</summary>
    public required CampaignOptions Options { get; init; }

    /// <summary>When it may send.</summary>
    public required SendingSchedule Schedule { get; init; }

    /// <summary>Places of its steps, in order.</summary>
    public ImmutableArray<int> Steps { get; init; } = [];

    /// <summary>Places of its inboxes, in order of attaching.</summary>
    public ImmutableArray<int> Inboxes { get; init; } = [];

    /// <summary>First launch; null before it.</summary>
    public DateTimeOffset? LaunchedAt { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change of a shown field.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it sends.</summary>
    public bool IsActive => Status == CampaignStatus.Active;
}

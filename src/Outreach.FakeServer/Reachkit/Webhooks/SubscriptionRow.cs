using System.Collections.Immutable;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A webhook subscription of a workspace.</summary>
internal sealed record SubscriptionRow : Row
{
    /// <summary>The workspace's place.</summary>
    public required int Workspace { get; init; }

    /// <summary>Where deliveries go.</summary>
    public required string Url { get; init; }

    /// <summary>Event types; empty for all.</summary>
    public required ImmutableArray<string> Events { get; init; }
}

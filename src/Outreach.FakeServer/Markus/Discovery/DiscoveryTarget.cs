using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>One thing that a discovery job looks for.</summary>
internal sealed record DiscoveryTarget
{
    /// <summary>The target profile; null for a free search.</summary>
    public string? ProfileId { get; init; }

    public string? Location { get; init; }

    /// <summary>The sources that serve it; none when it is skipped.</summary>
    public IReadOnlyList<DiscoverySourceId> Sources { get; init; } = [];

    /// <summary>The kinds of contact that are wanted; none for any.</summary>
    public IReadOnlyList<ContactType> ContactTypes { get; init; } = [];
}

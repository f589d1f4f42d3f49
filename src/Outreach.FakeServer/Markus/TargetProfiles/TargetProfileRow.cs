using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A target profile of a campaign.</summary>
internal sealed record TargetProfileRow : Row
{
    public required string CampaignId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<ContactType> ContactTypes { get; init; } = [];

    public IReadOnlyList<string> Industries { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<string> Locations { get; init; } = [];

    public required TargetProfileSource Source { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

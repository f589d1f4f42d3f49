using System.Collections.Immutable;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A step of a campaign; its number is its place among the campaign's steps.</summary>
internal sealed record StepRow : Row
{
    /// <summary>The campaign's place.</summary>
    public required int Campaign { get; init; }

    /// <summary>Days from this step to the next, stored on the last one too.</summary>
    public required int DelayDays { get; init; }

    /// <summary>Places of its variants, by letter.</summary>
    public ImmutableArray<int> Variants { get; init; } = [];
}

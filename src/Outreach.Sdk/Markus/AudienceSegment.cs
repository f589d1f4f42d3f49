namespace Outreach.Sdk.Markus;

/// <summary>A group of contacts and how to approach it.</summary>
public sealed record AudienceSegment
{
    /// <summary>Segment name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Who belongs to it.</summary>
    public string Description { get => field ?? ""; init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel RecommendedChannel { get; init; }

    /// <summary>Argument that suits the segment.</summary>
    public string Angle { get => field ?? ""; init; }
}

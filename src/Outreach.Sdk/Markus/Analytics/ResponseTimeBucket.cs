namespace Outreach.Sdk.Markus;

/// <summary>How many replies fell into a span.</summary>
public sealed record ResponseTimeBucket
{
    /// <summary>Span.</summary>
    public ResponseTimeBand Label { get; init; }

    /// <summary>Replies.</summary>
    public int Count { get; init; }
}

namespace Outreach.Sdk.Mailmark;

/// <summary>Lookback window.</summary>
public sealed record StatsPeriod
{
    /// <summary>Length in days.</summary>
    public int Days { get; init; }

    /// <summary>Start, inclusive. Unix milliseconds on the wire.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>Time of the request. Unix milliseconds on the wire.</summary>
    public DateTimeOffset To { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>How often the server recomputes members by itself.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SegmentRefreshFrequency>))]
public readonly record struct SegmentRefreshFrequency(string? Value) : IOpenEnum<SegmentRefreshFrequency>
{
    /// <summary><c>MANUAL</c>.</summary>
    public static SegmentRefreshFrequency Manual { get; } = new("MANUAL");

    /// <summary><c>HOURLY</c>.</summary>
    public static SegmentRefreshFrequency Hourly { get; } = new("HOURLY");

    /// <summary><c>DAILY</c>.</summary>
    public static SegmentRefreshFrequency Daily { get; } = new("DAILY");

    /// <inheritdoc/>
    public static IReadOnlyList<SegmentRefreshFrequency> Known { get; } = [Manual, Hourly, Daily];

    /// <inheritdoc/>
    public static SegmentRefreshFrequency From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

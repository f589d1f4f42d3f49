using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Span.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ResponseTimeBand>))]
public readonly record struct ResponseTimeBand(string? Value) : IOpenEnum<ResponseTimeBand>
{
    /// <summary><c>under_1h</c>.</summary>
    public static ResponseTimeBand UnderOneHour { get; } = new("under_1h");

    /// <summary><c>1h_to_4h</c>.</summary>
    public static ResponseTimeBand From1To4Hours { get; } = new("1h_to_4h");

    /// <summary><c>4h_to_24h</c>.</summary>
    public static ResponseTimeBand From4To24Hours { get; } = new("4h_to_24h");

    /// <summary><c>1d_to_3d</c>.</summary>
    public static ResponseTimeBand From1To3Days { get; } = new("1d_to_3d");

    /// <summary><c>over_3d</c>.</summary>
    public static ResponseTimeBand OverThreeDays { get; } = new("over_3d");

    /// <inheritdoc/>
    public static IReadOnlyList<ResponseTimeBand> Known { get; } = [UnderOneHour, From1To4Hours, From4To24Hours, From1To3Days, OverThreeDays];

    /// <inheritdoc/>
    public static ResponseTimeBand From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Length of an interval. Weeks start on Monday; months on the 1st. The first point may start before the period.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<PerformanceInterval>))]
public readonly record struct PerformanceInterval(string? Value) : IOpenEnum<PerformanceInterval>
{
    /// <summary><c>day</c>.</summary>
    public static PerformanceInterval Day { get; } = new("day");

    /// <summary><c>week</c>.</summary>
    public static PerformanceInterval Week { get; } = new("week");

    /// <summary><c>month</c>.</summary>
    public static PerformanceInterval Month { get; } = new("month");

    /// <inheritdoc/>
    public static IReadOnlyList<PerformanceInterval> Known { get; } = [Day, Week, Month];

    /// <inheritdoc/>
    public static PerformanceInterval From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

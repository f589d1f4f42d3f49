using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Weekday.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SendWindowDays>))]
public readonly record struct SendWindowDays(string? Value) : IOpenEnum<SendWindowDays>
{
    /// <summary><c>mon</c>.</summary>
    public static SendWindowDays Mon { get; } = new("mon");

    /// <summary><c>tue</c>.</summary>
    public static SendWindowDays Tue { get; } = new("tue");

    /// <summary><c>wed</c>.</summary>
    public static SendWindowDays Wed { get; } = new("wed");

    /// <summary><c>thu</c>.</summary>
    public static SendWindowDays Thu { get; } = new("thu");

    /// <summary><c>fri</c>.</summary>
    public static SendWindowDays Fri { get; } = new("fri");

    /// <summary><c>sat</c>.</summary>
    public static SendWindowDays Sat { get; } = new("sat");

    /// <summary><c>sun</c>.</summary>
    public static SendWindowDays Sun { get; } = new("sun");

    /// <inheritdoc/>
    public static IReadOnlyList<SendWindowDays> Known { get; } = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];

    /// <inheritdoc/>
    public static SendWindowDays From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

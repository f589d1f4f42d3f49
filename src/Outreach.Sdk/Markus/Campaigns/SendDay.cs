using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Weekday.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SendDay>))]
public readonly record struct SendDay(string? Value) : IOpenEnum<SendDay>
{
    /// <summary><c>mon</c>.</summary>
    public static SendDay Mon { get; } = new("mon");

    /// <summary><c>tue</c>.</summary>
    public static SendDay Tue { get; } = new("tue");

    /// <summary><c>wed</c>.</summary>
    public static SendDay Wed { get; } = new("wed");

    /// <summary><c>thu</c>.</summary>
    public static SendDay Thu { get; } = new("thu");

    /// <summary><c>fri</c>.</summary>
    public static SendDay Fri { get; } = new("fri");

    /// <summary><c>sat</c>.</summary>
    public static SendDay Sat { get; } = new("sat");

    /// <summary><c>sun</c>.</summary>
    public static SendDay Sun { get; } = new("sun");

    /// <inheritdoc/>
    public static IReadOnlyList<SendDay> Known { get; } = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];

    /// <inheritdoc/>
    public static SendDay From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk;

/// <summary>
/// A text, a number, <c>true</c>, <c>false</c> or null, as merge variables and the like may hold. Texts, numbers and booleans
/// convert to it; anything else on the wire is kept as its JSON text.
/// </summary>
[JsonConverter(typeof(JsonScalarConverter))]
public readonly struct JsonScalar : IEquatable<JsonScalar>
{
    private readonly object? _value;

    // How a number was written, where writing its value anew would change that (12.50, 1e3, more digits than a double holds).
    private readonly string? _written;

    private JsonScalar(object? value, string? written = null) => (_value, _written) = (value, written);

    /// <summary>The text; null when it is none.</summary>
    public string? AsString => _value as string;

    /// <summary>The number; null when it is none.</summary>
    public double? AsNumber => _value switch { long whole => whole, double number => number, _ => null };

    /// <summary>The whole number; null when it is none.</summary>
    public long? AsInteger => _value as long?;

    /// <summary>The boolean; null when it is none.</summary>
    public bool? AsBoolean => _value as bool?;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => _value is null;

    /// <summary>A text, or null.</summary>
    public static implicit operator JsonScalar(string? value) => new(value);

    /// <summary>A whole number.</summary>
    public static implicit operator JsonScalar(long value) => new(value);

    /// <summary>A number.</summary>
    public static implicit operator JsonScalar(double value) => new(value);

    /// <summary>A boolean.</summary>
    public static implicit operator JsonScalar(bool value) => new(value);

    /// <summary>Takes a JSON value over; arrays and objects are kept as their JSON text.</summary>
    public static JsonScalar From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new(element.GetString()),
        JsonValueKind.True => new(true),
        JsonValueKind.False => new(false),
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? new(whole) : new(element.GetDouble(), element.GetRawText()),
        JsonValueKind.Null or JsonValueKind.Undefined => default,
        _ => new(element.GetRawText()),
    };

    /// <inheritdoc/>
    public bool Equals(JsonScalar other) => Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonScalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value?.GetHashCode() ?? 0;

    /// <summary>The value as text: <c>true</c> and <c>false</c> in lower case, numbers invariant, null as nothing.</summary>
    public override string ToString() => _value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(_value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Equal kind and value.</summary>
    public static bool operator ==(JsonScalar left, JsonScalar right) => left.Equals(right);

    /// <summary>Another kind or value.</summary>
    public static bool operator !=(JsonScalar left, JsonScalar right) => !left.Equals(right);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_value)
        {
            case string text: writer.WriteStringValue(text); break;
            case long whole: writer.WriteNumberValue(whole); break;
            case double when _written is not null: writer.WriteRawValue(_written, skipInputValidation: true); break;
            case double number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            default: writer.WriteNullValue(); break;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>
/// Writes the value of an <see cref="Optional{T}"/> that is set; members that are left out are skipped by
/// <see cref="JsonIgnoreCondition.WhenWritingDefault"/>. Listed closed on each JSON context, which makes it safe for
/// ahead-of-time compilation.
/// </summary>
/// <typeparam name="T">The type of the value; it must be known to the same context.</typeparam>
public sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Null && default(T) is null
            ? new Optional<T>(default!)
            : new Optional<T>(JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        if (!value.IsSet || value.Value is null) writer.WriteNullValue();
        else JsonSerializer.Serialize(writer, value.Value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk;

/// <summary>An instant that goes over the wire as Unix time in milliseconds.</summary>
public sealed class UnixMillisecondsConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (!reader.TryGetInt64(out long value) && reader.TryGetDouble(out double number)) value = (long)number;
            try
            {
                return DateTimeOffset.FromUnixTimeMilliseconds(value);
            }
            catch (ArgumentOutOfRangeException)
            {
            }
        }

        throw new JsonException("Unix time in milliseconds was expected.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}

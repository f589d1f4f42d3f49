using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk;

/// <summary>
/// Writes an instant as the services do, in UTC with whole seconds (<c>2026-03-02T09:15:00Z</c>); reads any ISO 8601 form, with
/// fractions and any offset. Without an offset it is UTC, whatever the machine's zone.
/// </summary>
public sealed class UtcTimestampConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            // Without an offset the reader would take the machine's, so it is asked only where UTC is written down.
            if (!reader.HasValueSequence && reader.ValueSpan.EndsWith("Z"u8) && reader.TryGetDateTimeOffset(out DateTimeOffset value)) return value;
            if (DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)) return value;
        }

        throw new JsonException("A date and time in ISO 8601 form was expected.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        // By hand: a format of one's own is parsed anew for every value, and lists are full of them.
        DateTime utc = value.UtcDateTime;
        Span<byte> text = stackalloc byte[20];
        Digits(text, 0, 4, utc.Year);
        text[4] = (byte)'-';
        Digits(text, 5, 2, utc.Month);
        text[7] = (byte)'-';
        Digits(text, 8, 2, utc.Day);
        text[10] = (byte)'T';
        Digits(text, 11, 2, utc.Hour);
        text[13] = (byte)':';
        Digits(text, 14, 2, utc.Minute);
        text[16] = (byte)':';
        Digits(text, 17, 2, utc.Second);
        text[19] = (byte)'Z';
        writer.WriteStringValue(text);
    }

    private static void Digits(Span<byte> text, int at, int count, int value)
    {
        for (int i = at + count - 1; i >= at; i--)
        {
            text[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}

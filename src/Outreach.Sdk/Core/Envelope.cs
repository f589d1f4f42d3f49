using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>Walks to the payload of an answer and reads it where it stands.</summary>
internal static class Envelope
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static T Read<T>(ReadOnlySpan<byte> body, byte[]? member, JsonTypeInfo<T> type)
    {
        PageFigures none = default;
        return Read(body, member, type, null, ref none);
    }

    public static T Read<T>(ReadOnlySpan<byte> body, byte[]? member, JsonTypeInfo<T> type, byte[]? pageMember, ref PageFigures figures)
    {
        if (body.StartsWith(ByteOrderMark)) body = body[3..];
        Utf8JsonReader reader = new(body);
        T? payload = default;
        bool found = false;
        if (!reader.Read()) throw new JsonException("The answer is empty.");
        if (member is null)
        {
            payload = Value(ref reader, type);
            found = true;
        }
        else
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The answer is no object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals(member))
                {
                    reader.Read();
                    int start = (int)reader.TokenStartIndex;
                    payload = Value(ref reader, type);
                    found = true;
                    if (pageMember is not null) figures.Items = Hash(body[start..(int)reader.BytesConsumed]);
                }
                else if (pageMember is not null && reader.ValueTextEquals(pageMember))
                {
                    reader.Read();
                    figures.Read(ref reader);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }

        // Reads on to the end, so that a cut or doubled answer does not pass.
        while (reader.Read()) { }
        if (!found || payload is null) throw new JsonException("The answer has no result.");
        return payload;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    /// <summary>
    /// Reads the value in one pass. The serializer's own way in for a reader first walks to the end of the value to bound it, and
    /// so reads each token twice; it is taken only when the value is wrong, for the place that its exception names.
    /// </summary>
    private static T? Value<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        if (type.Converter is not JsonConverter<T> converter || reader.TokenType == JsonTokenType.Null) return JsonSerializer.Deserialize(ref reader, type);
        Utf8JsonReader start = reader;
        try
        {
            return converter.Read(ref reader, typeof(T), type.Options);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            JsonSerializer.Deserialize(ref start, type);
            throw;
        }
    }
}

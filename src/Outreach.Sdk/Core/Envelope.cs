using System.Text.Json;
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
            payload = JsonSerializer.Deserialize(ref reader, type);
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
                    payload = JsonSerializer.Deserialize(ref reader, type);
                    found = true;
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
}

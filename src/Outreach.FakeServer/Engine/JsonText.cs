using System.Text.Json;
using System.Text.Unicode;

namespace Outreach.FakeServer;

/// <summary>Reads JSON that came over the wire.</summary>
internal static class JsonText
{
    /// <summary>
    /// Parses a document of which every text is text. The parser itself lets bytes that are no UTF-8 and halves of surrogate
    /// pairs through, and fails only when a member is read.
    /// </summary>
    /// <exception cref="JsonException">It is not valid.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options = default)
    {
        if (!Utf8.IsValid(utf8.Span)) throw new JsonException("The JSON is not valid UTF-8.");
        JsonDocument document = JsonDocument.Parse(utf8, options);
        if (utf8.Span.IndexOf("\\u"u8) < 0) return document;
        try
        {
            CheckEscapes(utf8.Span, options.MaxDepth);
        }
        catch (InvalidOperationException e)
        {
            document.Dispose();
            throw new JsonException("The JSON has half of a surrogate pair.", e);
        }

        return document;
    }

    private static void CheckEscapes(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
    }
}

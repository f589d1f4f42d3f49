using System.Text.Json;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads request bodies.</summary>
internal static class CrmBody
{
    /// <summary>Deepest nesting that is read at all; what may be stored is far less.</summary>
    public const int MaxDepth = 10_000;

    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    /// <summary>Reads a body, which must be a JSON object.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="optional">Whether no body at all stands for an empty object.</param>
    /// <exception cref="CrmError">400.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> body, bool optional = false)
    {
        if (optional && body.Span.Trim(" \t\r\n"u8).IsEmpty) return Empty;
        JsonElement root;
        try
        {
            // A lone surrogate passes the parser and fails only when its text is asked for, so every text is asked for here.
            if (body.Span.IndexOf("\\ud"u8) >= 0 || body.Span.IndexOf("\\uD"u8) >= 0) ReadTexts(body.Span);
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            root = document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw CrmError.Invalid("Request body is not valid JSON");
        }

        return root.ValueKind == JsonValueKind.Object ? root : throw CrmError.Invalid("Request body must be an object");
    }

    private static void ReadTexts(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
    }
}

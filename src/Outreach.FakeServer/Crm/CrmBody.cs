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
            using JsonDocument document = JsonText.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw CrmError.Invalid("Request body is not valid JSON");
        }

        return root.ValueKind == JsonValueKind.Object ? root : throw CrmError.Invalid("Request body must be an object");
    }
}

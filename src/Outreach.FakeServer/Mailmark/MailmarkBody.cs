using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Outreach.FakeServer.Mailmark;

/// <summary>
/// A JSON body as the service reads it: one that is no object counts as an object without members, a member of a wrong type
/// fails the call as a whole.
/// </summary>
internal sealed class MailmarkBody
{
    private readonly JsonElement _root;

    private MailmarkBody(JsonElement root) => _root = root;

    /// <summary>Reads a body; null when it is not JSON.</summary>
    public static MailmarkBody? Read(FakeRequest request)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = Clean(request.Body);
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 2048 });
            if (bytes.Span.IndexOf("\\ud"u8) >= 0 || bytes.Span.IndexOf("\\uD"u8) >= 0) RefuseLoneSurrogates(bytes.Span);
            return new MailmarkBody(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member; null when it is absent.</summary>
    public JsonElement? Get(string name) => _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>Whether a member is missing in the service's sense.</summary>
    public bool IsMissing(string name) => ScriptRules.IsMissing(Get(name));

    /// <summary>A member that must be text.</summary>
    public string Text(string name) => Text(Get(name));

    /// <summary>A value that must be text.</summary>
    public static string Text(JsonElement? value)
        => value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw MailmarkErrors.InternalError();

    /// <summary>A value that must be a list of texts; a text is split at the separators.</summary>
    public static IReadOnlyList<string> Texts(JsonElement value, params char[] separators) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(item => Text(item))],
        JsonValueKind.String => value.GetString()!.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => throw MailmarkErrors.InternalError(),
    };

    private static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        return Utf8.IsValid(body.Span) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
    }

    // Half a surrogate pair is valid JSON, but no text that the service's database takes.
    private static void RefuseLoneSurrogates(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = 2048 });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw MailmarkErrors.InternalError();
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Outreach.FakeServer;

/// <summary>Reads JSON that a person may have edited: what is wrong with it is told with its place.</summary>
internal static class StrictJson
{
    /// <summary>What a text or a name cannot hold, and the serializer does not say where.</summary>
    public const string HalfCharacter = "half a surrogate pair is no text; one of its texts or names has it.";

    // Of a member that is there twice one would be lost.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    // What some editors put before a text.
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a document of UTF-8.</summary>
    /// <exception cref="BadDocumentException">It is none; the message is the rest of a sentence that begins with its name.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        CheckText(bytes.Span);
        ReadOnlyMemory<byte> json = bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        try
        {
            return JsonDocument.Parse(json, Once);
        }
        catch (InvalidOperationException)
        {
            throw new BadDocumentException(HalfCharacter);
        }
        catch (JsonException e) when (e.LineNumber is null && Twice(json.Span) is { } twice)
        {
            throw new BadDocumentException(twice);
        }
        catch (JsonException e)
        {
            throw new BadDocumentException($"is {(e.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? "nested too deep" : "cut or no JSON")}, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
    }

    private static void CheckText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF])) throw new BadDocumentException("is UTF-16 text; it has to be UTF-8.");
        if (Utf8.IsValid(bytes)) return;
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == OperationStatus.Done) at += length;
        throw new BadDocumentException($"is no UTF-8 text, {PlaceOf(bytes[..at])}.");
    }

    // The first member that is there twice; the parser does not say where.
    private static string? Twice(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        Stack<HashSet<string>> names = [];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject) names.Push(new(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject) names.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.GetString() is { } name && !names.Peek().Add(name)) return $"has '{name}' twice in one object, {PlaceOf(json[..(int)reader.TokenStartIndex])}.";
        }

        return null;
    }

    private static string PlaceOf(ReadOnlySpan<byte> before) => $"at line {before.Count((byte)'\n') + 1}, byte {before.Length - before.LastIndexOf((byte)'\n')}";
}

using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>
/// A key as a request carries it. It takes itself out of what comes back beside results: a service, or a proxy on the way, may
/// repeat in an error what it was sent.
/// </summary>
[DebuggerDisplay("SentKey")]
internal sealed class SentKey
{
    private const string Sign = "***";

    // So short a key is no secret, and its letters may stand in any text.
    private const int Shortest = 8;

    private readonly string _key;
    private readonly string? _escaped;

    /// <summary>Makes one.</summary>
    /// <param name="key">The bare key.</param>
    /// <param name="value">What is sent: the value of a header, or a query parameter with its name.</param>
    public SentKey(string key, string value)
    {
        _key = key;
        Value = value;
        string escaped = Uri.EscapeDataString(key);
        _escaped = escaped == key ? null : escaped;
    }

    /// <summary>What is sent: the value of a header, or a query parameter with its name.</summary>
    public string Value { get; }

    /// <summary>A text without the key; the same text when it does not hold it.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Mask(string? text)
    {
        if (text is null || !Holds(text)) return text;
        if (_escaped is not null) text = text.Replace(_escaped, Sign, StringComparison.OrdinalIgnoreCase);
        return text.Replace(_key, Sign, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>JSON without the key in its names and texts; null when that cannot be had. What does not hold it stays as it came.</summary>
    public JsonElement? Mask(JsonElement json)
    {
        string raw = json.GetRawText();
        bool holds = Holds(raw);
        // An escape may hide it.
        if (!holds && !raw.Contains('\\', StringComparison.Ordinal)) return json;
        try
        {
            ArrayBufferWriter<byte> bytes = new(raw.Length);
            using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                holds |= Write(writer, json);
            if (!holds) return json;
            Utf8JsonReader reader = new(bytes.WrittenSpan);
            return JsonElement.ParseValue(ref reader);
        }
        catch (InvalidOperationException)
        {
            // A text in it is no valid UTF-16.
            return holds ? null : json;
        }
    }

    /// <summary>The bytes of JSON without the key; none when they are no JSON.</summary>
    public byte[] Mask(ReadOnlySpan<byte> json)
    {
        try
        {
            Utf8JsonReader reader = new(json);
            return Mask(JsonElement.ParseValue(ref reader)) is { } masked ? Encoding.UTF8.GetBytes(masked.GetRawText()) : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>An exception whose messages do not hold the key: the same one, or one of its kind in its place.</summary>
    public Exception Mask(Exception error)
    {
        for (Exception? link = error; ; link = link.InnerException)
        {
            if (link is null) return error;
            if (Holds(link.Message)) break;
        }

        string message = Mask(error.Message);
        Exception? inner = error.InnerException is null ? null : Mask(error.InnerException);
        Exception masked = error switch
        {
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, message, inner, http.StatusCode),
            HttpIOException io => new HttpIOException(io.HttpRequestError, WithoutReason(message, io.HttpRequestError), inner),
            IOException => new IOException(message, inner),
            JsonException json => new JsonException(message, Mask(json.Path), json.LineNumber, json.BytePositionInLine, inner),
            OperationCanceledException => new OperationCanceledException(message, inner),
            _ => new InvalidOperationException(message, inner),
        };
        return error.StackTrace is null ? masked : ExceptionDispatchInfo.SetRemoteStackTrace(masked, error.StackTrace);
    }

    public override string ToString() => nameof(SentKey);

    private bool Holds(string text)
        => _key.Length >= Shortest
            && (text.Contains(_key, StringComparison.OrdinalIgnoreCase) || (_escaped is not null && text.Contains(_escaped, StringComparison.OrdinalIgnoreCase)));

    private bool Write(Utf8JsonWriter writer, JsonElement json)
    {
        bool holds = false;
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    string name = member.Name;
                    holds |= Holds(name);
                    writer.WritePropertyName(Mask(name));
                    holds |= Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in json.EnumerateArray()) holds |= Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                string text = json.GetString()!;
                holds = Holds(text);
                writer.WriteStringValue(Mask(text));
                break;
            default:
                json.WriteTo(writer);
                break;
        }

        return holds;
    }

    // The message of this kind ends with the reason, which the new one adds again.
    private static string WithoutReason(string message, HttpRequestError reason)
        => message.EndsWith($" ({reason})", StringComparison.Ordinal) ? message[..^(reason.ToString().Length + 3)] : message;
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>Writes JSON answers.</summary>
internal static class JsonBody
{
    /// <summary>The bytes that a writer produces.</summary>
    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, WriterOptions)) write(writer, state);
        return buffer.WrittenMemory;
    }

    /// <summary>The bytes of a value.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type) => Write((value, type), static (writer, state) => JsonSerializer.Serialize(writer, state.value, state.type));

    // The relaxed encoder writes what JSON needs and leaves text readable, as the services do; the answers are never HTML.
    internal static JsonWriterOptions WriterOptions { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>Writes JSON answers.</summary>
internal static class JsonBody
{
    private const int KeptBuffer = 256 * 1024;

    [ThreadStatic]
    private static Scratch? _scratch;

    /// <summary>The bytes that a writer produces.</summary>
    public static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        // Taken while in use: a writer may well call for another body.
        Scratch scratch = _scratch ?? new Scratch();
        _scratch = null;
        write(scratch.Writer, state);
        scratch.Writer.Flush();
        byte[] bytes = scratch.Buffer.WrittenSpan.ToArray();
        if (scratch.Buffer.Capacity > KeptBuffer) return bytes;
        scratch.Buffer.ResetWrittenCount();
        scratch.Writer.Reset();
        _scratch = scratch;
        return bytes;
    }

    /// <summary>The bytes of a value.</summary>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => Write((value, type), static (writer, state) => JsonSerializer.Serialize(writer, state.value, state.type));

    // The relaxed encoder writes what JSON needs and leaves text readable, as the services do; the answers are never HTML.
    internal static JsonWriterOptions WriterOptions { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What one body after the other on a thread is written with.
    private sealed class Scratch
    {
        public Scratch() => Writer = new Utf8JsonWriter(Buffer, WriterOptions);

        public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

        public Utf8JsonWriter Writer { get; }
    }
}

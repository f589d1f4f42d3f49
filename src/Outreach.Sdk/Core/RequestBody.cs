using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>A JSON body, written once into a pooled buffer and sent by every attempt.</summary>
internal sealed class RequestBody : IBufferWriter<byte>
{
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;
    private int _readers;

    private RequestBody() { }

    public int Length => _length;

    public static RequestBody Write<T>(T value, JsonTypeInfo<T> type)
        => Write((value, type), static (writer, state) => JsonSerializer.Serialize(writer, state.value, state.type));

    /// <summary>Writes a body by hand.</summary>
    public static RequestBody Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        RequestBody body = new();
        Utf8JsonWriter writer = Interlocked.Exchange(ref _writer, null) ?? new Utf8JsonWriter(body);
        try
        {
            writer.Reset(body);
            write(writer, state);
            writer.Flush();
        }
        catch
        {
            body.Release();
            throw;
        }

        writer.Reset(Stream.Null);
        _writer = writer;
        return body;
    }

    /// <summary>Lets an attempt read the bytes; null when the call is over.</summary>
    public ReadOnlyMemory<byte>? BeginRead()
    {
        lock (this)
        {
            if (_buffer is null) return null;
            _readers++;
            return _buffer.AsMemory(0, _length);
        }
    }

    public void EndRead()
    {
        lock (this) _readers--;
    }

    /// <summary>
    /// Gives the buffer back. An attempt that was given up may still be sending it; then it is left to the garbage collector.
    /// </summary>
    public void Release()
    {
        byte[]? buffer;
        lock (this)
        {
            buffer = _readers == 0 ? _buffer : null;
            _buffer = null;
        }

        if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _buffer.AsSpan(_length);
    }

    private void Grow(int sizeHint)
    {
        int needed = checked(_length + Math.Max(sizeHint, 256));
        if (needed <= _buffer!.Length) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

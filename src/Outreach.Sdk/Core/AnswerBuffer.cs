using System.Buffers;

namespace Outreach.Sdk;

/// <summary>The bytes of an answer in a pooled buffer, up to a limit.</summary>
internal readonly struct AnswerBuffer(byte[]? buffer, int length, bool isCut) : IDisposable
{
    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>Whether the answer is longer than the limit.</summary>
    public bool IsCut => isCut;

    public void Dispose()
    {
        if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Whether reading failed since the bytes are not what their Content-Encoding says: gzip and deflate throw the one, Brotli the other.</summary>
    public static bool IsUnpackable(Exception error) => error is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>Reads to the end, or to one byte past the limit.</summary>
    /// <param name="content">The answer's content.</param>
    /// <param name="limit">Bytes to keep at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<AnswerBuffer> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        long? announced = content.Headers.ContentLength;
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // One byte more than announced, so that the read that finds the end needs no larger buffer.
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(announced + 1 ?? 4096, Math.Min(limit + 1L, 1024 * 1024)));
        int length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)buffer.Length * 2, Array.MaxLength));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0) return new AnswerBuffer(buffer, length, isCut: false);
                length += read;
                if (length > limit) return new AnswerBuffer(buffer, limit, isCut: true);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }
}

using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Outreach.Sdk.AspNetCore;

/// <summary>The raw bytes of a request's body, in rented memory.</summary>
internal sealed class WebhookBody : IDisposable
{
    private byte[] _buffer = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Whether the body has more bytes than were wanted; then <see cref="Bytes"/> is empty.</summary>
    public bool IsTooLarge { get; private init; }

    /// <summary>Reads at most <paramref name="limit"/> bytes.</summary>
    public static async ValueTask<WebhookBody> ReadAsync(HttpContext context, int limit)
    {
        if (context.Request.ContentLength > limit) return new WebhookBody { IsTooLarge = true };

        // The endpoint's own limit takes the place of the server's, which may be the smaller one.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = null;
        WebhookBody body = new() { _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, Math.Min(context.Request.ContentLength ?? 4096, 64 * 1024)) + 1) };
        try
        {
            while (true)
            {
                int read = await context.Request.Body.ReadAsync(body._buffer.AsMemory(body._length), context.RequestAborted).ConfigureAwait(false);
                if (read == 0) return body;
                body._length += read;
                if (body._length > limit)
                {
                    body.Dispose();
                    return new WebhookBody { IsTooLarge = true };
                }

                if (body._length == body._buffer.Length) body.Grow(limit);
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Grow(int limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit + 1L, _buffer.Length * 2L));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

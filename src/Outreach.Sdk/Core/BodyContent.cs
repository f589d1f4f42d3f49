using System.Net;

namespace Outreach.Sdk;

/// <summary>The body of one attempt.</summary>
internal sealed class BodyContent : HttpContent
{
    private readonly RequestBody _body;
    private readonly int _length;

    public BodyContent(RequestBody body)
    {
        _body = body;
        _length = body.Length;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> bytes = _body.BeginRead() ?? throw new ObjectDisposedException(nameof(BodyContent));
        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _body.EndRead();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}

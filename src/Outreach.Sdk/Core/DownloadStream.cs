namespace Outreach.Sdk;

/// <summary>The bytes of a download; ends the exchange when it is disposed.</summary>
internal sealed class DownloadStream(Stream inner, string operation, IDisposable request, HttpResponseMessage response, IDisposable timeout, SentKey key) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || AnswerBuffer.IsUnpackable(e))
        {
            throw Broken(e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || AnswerBuffer.IsUnpackable(e))
        {
            throw Broken(e);
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
            request.Dispose();
            timeout.Dispose();
        }

        base.Dispose(disposing);
    }

    private OutreachConnectionException Broken(Exception e) => new($"{operation}: the download broke off.", key.Mask(e)) { Operation = operation, Attempts = 1 };
}

using System.Net;
using System.Net.Http.Headers;

namespace Outreach.FakeServer;

/// <summary>
/// The fake as an <see cref="HttpMessageHandler"/>: no socket, no port. Requests and answers pass as bytes, and a broken
/// connection gives the exceptions that a real one gives.
/// </summary>
public sealed class FakeHttpMessageHandler : HttpMessageHandler
{
    private readonly OutreachFake _fake;

    internal FakeHttpMessageHandler(OutreachFake fake) => _fake = fake;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        ReadOnlyMemory<byte> body = request.Content is null ? default : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        FakeResponse response = await _fake.HandleAsync(Read(request, body), cancellationToken).ConfigureAwait(false);
        return response.TransportFault switch
        {
            TransportFault.Refuse => throw new HttpRequestException(HttpRequestError.ConnectionError, $"Connection refused ({request.RequestUri?.Authority})"),
            TransportFault.Drop => throw new HttpRequestException(HttpRequestError.ResponseEnded, "An error occurred while sending the request.", new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.")),
            TransportFault.CutBody => Write(request, response, new CutContent(response.Body)),
            _ => Write(request, response, new ReadOnlyMemoryContent(response.List is { } list ? list.Join() : response.Body)),
        };
    }

    private static FakeRequest Read(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        List<KeyValuePair<string, string>> headers = [];
        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated) headers.Add(new(name, values.ToString()));
        if (request.Content is not null)
            foreach ((string name, HeaderStringValues values) in request.Content.Headers.NonValidated) headers.Add(new(name, values.ToString()));
        return new FakeRequest
        {
            Method = request.Method.Method,
            Host = uri.Host,
            Path = uri.AbsolutePath,
            QueryString = uri.Query.Length > 1 ? uri.Query[1..] : "",
            Headers = headers,
            Body = body,
        };
    }

    private static HttpResponseMessage Write(HttpRequestMessage request, FakeResponse response, HttpContent content)
    {
        HttpResponseMessage message = new((HttpStatusCode)response.Status) { RequestMessage = request, Content = content };
        if (response.ContentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        foreach ((string name, string value) in response.Headers)
            if (!message.Headers.TryAddWithoutValidation(name, value)) content.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private sealed class CutContent(ReadOnlyMemory<byte> body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(body[..(body.Length / 2)]).ConfigureAwait(false);
            throw Ended();
        }

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new CutStream(body[..(body.Length / 2)]));

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }

        private static HttpIOException Ended() => new(HttpRequestError.ResponseEnded, "The response ended prematurely.");

        private sealed class CutStream(ReadOnlyMemory<byte> half) : Stream
        {
            private ReadOnlyMemory<byte> _rest = half;

            public override bool CanRead => true;

            public override bool CanSeek => false;

            public override bool CanWrite => false;

            public override long Length => throw new NotSupportedException();

            public override long Position
            {
                get => throw new NotSupportedException();
                set => throw new NotSupportedException();
            }

            public override int Read(Span<byte> buffer)
            {
                if (_rest.IsEmpty) throw Ended();
                int length = Math.Min(buffer.Length, _rest.Length);
                _rest.Span[..length].CopyTo(buffer);
                _rest = _rest[length..];
                return length;
            }

            public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                try
                {
                    return new(Read(buffer.Span));
                }
                catch (HttpIOException e)
                {
                    return ValueTask.FromException<int>(e);
                }
            }

            public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

            public override void Flush()
            {
            }

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();

            public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        }
    }
}

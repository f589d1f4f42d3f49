using System.Net;

namespace Outreach.Benchmarks.Client;

/// <summary>A server in memory: reads the request's body as a connection would, and answers with bytes.</summary>
/// <param name="answer">Gives the answer.</param>
/// <param name="yields">Whether the answer comes later, on another thread, as it does from a network.</param>
public sealed class WireHandler(Func<HttpRequestMessage, WireAnswer> answer, bool yields = false) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (yields) await Task.Yield();
        if (request.Content is not null) await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        WireAnswer given = answer(request);
        ByteArrayContent content = new(given.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        HttpResponseMessage response = new((HttpStatusCode)given.Status) { RequestMessage = request, Content = content };
        if (given.RetryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", given.RetryAfter);
        return response;
    }
}

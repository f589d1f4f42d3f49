using System.Collections.Concurrent;

namespace Outreach.Sdk.Tests.Support;

/// <summary>Answers by a script, the last line of which is repeated, and notes what came.</summary>
internal sealed class StubHandler(TimeProvider time, params Func<CancellationToken, Task<HttpResponseMessage>>[] script) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private int _next = -1;

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        IEnumerable<KeyValuePair<string, string>> headers = request.Headers.NonValidated.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()));
        if (request.Content is not null) headers = headers.Concat(request.Content.Headers.NonValidated.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString())));
        _sent.Enqueue(new(request.Method, request.RequestUri!, new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase), body, time.GetUtcNow()));
        return await script[Math.Min(Interlocked.Increment(ref _next), script.Length - 1)](cancellationToken);
    }
}

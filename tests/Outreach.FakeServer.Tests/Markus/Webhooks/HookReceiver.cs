using System.Net;

namespace Outreach.FakeServer.Tests.Markus.Webhooks;

/// <summary>A receiver in the process that answers as it is told.</summary>
internal sealed class HookReceiver(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<(string Url, byte[] Body, string Signature)> _received = [];

    public static HookReceiver Answering(HttpStatusCode status, string body = "", string? location = null) => new((_, _) =>
    {
        HttpResponseMessage response = new(status) { Content = new StringContent(body) };
        if (location is not null) response.Headers.Location = new Uri(location);
        return Task.FromResult(response);
    });

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<(string Url, byte[] Body, string Signature)> Received
    {
        get
        {
            lock (_received) return [.. _received];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        lock (_received) _received.Add((request.RequestUri!.AbsoluteUri, body, request.Headers.GetValues("X-Webhook-Signature").Single()));
        return await answer(request, cancellationToken);
    }
}

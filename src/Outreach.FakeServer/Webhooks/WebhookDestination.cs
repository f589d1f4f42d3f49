using System.Diagnostics;
using System.Text;

namespace Outreach.FakeServer;

/// <summary>Where webhooks go.</summary>
/// <param name="Urls">Takes those to URLs that are allowed, unless a sink or a handler takes all.</param>
/// <param name="Sink">Takes all in memory.</param>
/// <param name="Handler">Takes all in the process.</param>
/// <param name="CapturesOthers">Whether those that nobody takes count as answered 200.</param>
internal sealed record WebhookDestination(WebhookUrls Urls, WebhookSink? Sink, HttpMessageInvoker? Handler, bool CapturesOthers)
{
    /// <summary>Delivers a webhook; whatever goes wrong is its outcome.</summary>
    public async Task<(WebhookReceiver, WebhookOutcome)> DeliverAsync(OutgoingWebhook webhook, TimeSpan limit)
    {
        if (Sink is not null) return (WebhookReceiver.Sink, new WebhookOutcome(Sink.Answer(), null, TimeSpan.Zero) { Body = "" });
        if (Handler is not null) return (WebhookReceiver.Handler, await PostAsync(webhook, Handler.SendAsync, limit).ConfigureAwait(false));
        if (Urls.Allows(webhook.Url)) return (WebhookReceiver.Url, await PostAsync(webhook, Urls.SendAsync, limit).ConfigureAwait(false));
        return CapturesOthers
            ? (WebhookReceiver.Log, new WebhookOutcome(200, null, TimeSpan.Zero) { Body = "" })
            : (WebhookReceiver.Nobody, new WebhookOutcome(null, $"no receiver: {webhook.Url.Host} is neither this machine nor among FakeOptions.WebhookHosts, and neither Webhooks.Capture nor Webhooks.DeliverTo was called", TimeSpan.Zero));
    }

    private static async Task<WebhookOutcome> PostAsync(OutgoingWebhook webhook, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, TimeSpan most)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, webhook.Url) { Content = new ReadOnlyMemoryContent(webhook.Body) };
        foreach ((string name, string value) in webhook.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
        using CancellationTokenSource limit = new(most);
        long start = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await send(request, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            string body = await BeginningAsync(response.Content, limit.Token).ConfigureAwait(false);
            return new WebhookOutcome((int)response.StatusCode, null, Stopwatch.GetElapsedTime(start)) { Body = body };
        }
        catch (OperationCanceledException)
        {
            return new WebhookOutcome(null, "timeout", Stopwatch.GetElapsedTime(start));
        }
        catch (Exception e)
        {
            // Whatever a receiver in the process throws is its failure, never the fake's.
            return new WebhookOutcome(null, $"connection failed: {e.Message}", Stopwatch.GetElapsedTime(start));
        }
    }

    // A receiver may answer without end; only so much is kept.
    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        const int most = 1000;
        byte[] bytes = new byte[most * 4];
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            int length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            StringBuilder text = new(most);
            int count = 0;
            foreach (Rune rune in Encoding.UTF8.GetString(bytes, 0, length).EnumerateRunes())
            {
                if (count++ == most) break;
                text.Append(rune);
            }

            return text.ToString();
        }
    }
}

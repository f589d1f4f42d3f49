using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Sdk.Markus;

namespace Outreach.Sdk.AspNetCore;

/// <summary>One endpoint that receives webhooks: verifies, parses, drops what was handled, hands the rest to the handlers.</summary>
internal sealed class WebhookReceiver(string pattern, OutreachWebhookOptions? options)
{
    private readonly ReplayGuard _guard = new(pattern);
    private Func<WebhookEvent, HttpContext, Task?>[] _handlers = [];

    /// <summary>Adds a handler, which gives null for an event that it does not want.</summary>
    public void Add(Func<WebhookEvent, HttpContext, Task?> handler) => _handlers = [.. _handlers, handler];

    /// <summary>Answers a request. Nothing that comes in makes it throw.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        long started = Stopwatch.GetTimestamp();
        ILogger logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Outreach.Sdk.AspNetCore.Webhooks");
        WebhookEvent? received = null;
        string outcome;
        try
        {
            (context.Response.StatusCode, outcome, received) = await ReceiveAsync(context, logger).ConfigureAwait(false);
            if (received is not null) (context.Response.StatusCode, outcome) = await HandleAsync(received, context, logger).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            (context.Response.StatusCode, outcome) = (StatusCodes.Status500InternalServerError, WebhookOutcome.Aborted);
        }
        catch (BadHttpRequestException e)
        {
            (context.Response.StatusCode, outcome) = (e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? WebhookOutcome.TooLarge : WebhookOutcome.Malformed);
        }
        catch (IOException)
        {
            (context.Response.StatusCode, outcome) = (StatusCodes.Status400BadRequest, WebhookOutcome.Aborted);
        }
        catch (Exception e)
        {
            WebhookLog.Failed(logger, e);
            (context.Response.StatusCode, outcome) = (StatusCodes.Status500InternalServerError, WebhookOutcome.Failed);
        }

        WebhookMetrics.Answered(outcome, received, started);
    }

    private OutreachWebhookOptions Options(HttpContext context) => options ?? context.RequestServices.GetRequiredService<IOptionsMonitor<OutreachWebhookOptions>>().CurrentValue;

    private async Task<(int Status, string Outcome, WebhookEvent? Received)> ReceiveAsync(HttpContext context, ILogger logger)
    {
        OutreachWebhookOptions current = Options(context);
        using WebhookBody body = await WebhookBody.ReadAsync(context, current.MaxBodySize).ConfigureAwait(false);
        if (body.IsTooLarge)
        {
            WebhookLog.TooLarge(logger, current.MaxBodySize);
            return (StatusCodes.Status413PayloadTooLarge, WebhookOutcome.TooLarge, null);
        }

        WebhookVerification verification = new WebhookVerifier(current.SecretsFor(context)).Verify(body.Bytes, Signature(context.Request));
        if (verification != WebhookVerification.Valid)
        {
            if (verification == WebhookVerification.NoSecret) WebhookLog.NoSecret(logger);
            else WebhookLog.Refused(logger, verification);
            return (StatusCodes.Status401Unauthorized, WebhookOutcome.Unauthorized, null);
        }

        if (WebhookEvent.TryParse(body.Bytes, out WebhookEvent? received)) return (StatusCodes.Status200OK, WebhookOutcome.Handled, received);
        WebhookLog.Malformed(logger);
        return (StatusCodes.Status400BadRequest, WebhookOutcome.Malformed, null);
    }

    private async Task<(int Status, string Outcome)> HandleAsync(WebhookEvent received, HttpContext context, ILogger logger)
    {
        try
        {
            bool now = await _guard.HandleOnceAsync(
                received.Id,
                context.RequestServices.GetService<IDistributedCache>(),
                Options(context).RememberFor,
                () => RunAsync(received, context),
                logger,
                context.RequestAborted).ConfigureAwait(false);
            if (now) WebhookLog.Handled(logger, received.Id, received.Type.Value);
            else WebhookLog.Duplicate(logger, received.Id, received.Type.Value);
            return (StatusCodes.Status200OK, now ? WebhookOutcome.Handled : WebhookOutcome.Duplicate);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            WebhookLog.HandlerFailed(logger, e, received.Id, received.Type.Value);
            return (StatusCodes.Status500InternalServerError, WebhookOutcome.Failed);
        }
    }

    private async Task RunAsync(WebhookEvent received, HttpContext context)
    {
        foreach (Func<WebhookEvent, HttpContext, Task?> handler in _handlers)
            if (handler(received, context) is { } running) await running.ConfigureAwait(false);
    }

    // A header that came twice says nothing certain.
    private static string? Signature(HttpRequest request)
        => request.Headers[WebhookVerifier.SignatureHeader] is { Count: <= 1 } values ? values.ToString() : "ambiguous";
}

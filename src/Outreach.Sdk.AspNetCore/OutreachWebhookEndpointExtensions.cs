using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Outreach.Sdk.AspNetCore;

/// <summary>Receives webhooks in an ASP.NET Core app.</summary>
public static class OutreachWebhookEndpointExtensions
{
    /// <summary>
    /// Receives the webhooks of Markus under a path: verified, typed, each event once. Say what happens with
    /// <see cref="OutreachWebhookBuilder.On{TEvent}(Func{TEvent, CancellationToken, Task})"/>.
    /// </summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">The path, such as <c>/hooks/markus</c>.</param>
    /// <param name="configure">
    /// Secrets and limits; null to take them from <c>IOptionsMonitor&lt;OutreachWebhookOptions&gt;</c>, where a change of the
    /// configuration counts from the next request on.
    /// </param>
    /// <remarks>
    /// A request is answered 413 when its body is too long, 401 when it is not signed with a secret in force, 400 when the signed body
    /// is no event, 500 when a handler throws, and 200 once every handler has run, or when the event was handled before. Only after
    /// verification is anything parsed, and only what is parsed reaches a handler. Markus waits 10 seconds and tries once, so work
    /// that takes longer belongs in a queue.
    /// </remarks>
    public static OutreachWebhookBuilder MapOutreachWebhooks(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<OutreachWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        OutreachWebhookOptions? options = null;
        if (configure is not null) configure(options = new OutreachWebhookOptions());
        WebhookReceiver receiver = new(pattern, options);
        return new OutreachWebhookBuilder(receiver, endpoints.MapPost(pattern, receiver.HandleAsync));
    }
}

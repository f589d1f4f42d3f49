using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Sdk.Markus;

namespace Outreach.Sdk.AspNetCore;

/// <summary>
/// Says what an endpoint does with the events that reach it. Handlers run one after the other in the order in which they were
/// added; when one throws, the rest does not run and the event is not marked as handled.
/// </summary>
public sealed class OutreachWebhookBuilder : IEndpointConventionBuilder
{
    private readonly WebhookReceiver _receiver;
    private readonly IEndpointConventionBuilder _conventions;

    internal OutreachWebhookBuilder(WebhookReceiver receiver, IEndpointConventionBuilder conventions)
    {
        _receiver = receiver;
        _conventions = conventions;
    }

    /// <summary>Handles the events of one type.</summary>
    /// <typeparam name="TEvent">The type, such as <see cref="MessageOpenedEvent"/>.</typeparam>
    /// <param name="handler">
    /// What to do. The token is cancelled when the sender goes away, as Markus does after 10 seconds.
    /// </param>
    public OutreachWebhookBuilder On<TEvent>(Func<TEvent, CancellationToken, Task> handler) where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        _receiver.Add((received, context) => received is TEvent wanted ? handler(wanted, context.RequestAborted) : null);
        return this;
    }

    /// <summary>Handles the events of one type with a service of the request.</summary>
    /// <typeparam name="TEvent">The type, such as <see cref="MessageOpenedEvent"/>.</typeparam>
    /// <typeparam name="TService">The service, which must be registered.</typeparam>
    /// <param name="handler">What to do.</param>
    public OutreachWebhookBuilder On<TEvent, TService>(Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        _receiver.Add((received, context) => received is TEvent wanted ? handler(wanted, context.RequestServices.GetRequiredService<TService>(), context.RequestAborted) : null);
        return this;
    }

    /// <summary>Handles every event, those of unknown types included.</summary>
    /// <param name="handler">What to do.</param>
    public OutreachWebhookBuilder OnAny(Func<WebhookEvent, CancellationToken, Task> handler) => On(handler);

    /// <summary>Handles the events of types that this version does not know; without it they are answered 200 and passed over.</summary>
    /// <param name="handler">What to do.</param>
    public OutreachWebhookBuilder OnUnknown(Func<UnknownWebhookEvent, CancellationToken, Task> handler) => On(handler);

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _conventions.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _conventions.Finally(finallyConvention);
}

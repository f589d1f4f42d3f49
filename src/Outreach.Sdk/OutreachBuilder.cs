using Microsoft.Extensions.DependencyInjection;

namespace Outreach.Sdk;

/// <summary>What <c>AddOutreach</c> registered: one named HttpClient per API, to which handlers can be added.</summary>
/// <remarks>
/// A resilience handler of <c>ConfigureHttpClientDefaults</c> is left out, since it repeats what must not happen twice; the client
/// repeats by itself. One that is added here stays: it should repeat no unsafe methods.
/// </remarks>
public sealed class OutreachBuilder
{
    internal OutreachBuilder(IServiceCollection services, string? name)
    {
        Services = services;
        Markus = Client(name, nameof(Markus));
        Reachkit = Client(name, nameof(Reachkit));
        Mailmark = Client(name, nameof(Mailmark));
        Crm = Client(name, nameof(Crm));
    }

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The HttpClient of Markus, named <c>Outreach.Markus</c> (of a named account: <c>Outreach.NAME.Markus</c>).</summary>
    public IHttpClientBuilder Markus { get; }

    /// <summary>The HttpClient of Reachkit, named likewise.</summary>
    public IHttpClientBuilder Reachkit { get; }

    /// <summary>The HttpClient of Mailmark, named likewise.</summary>
    public IHttpClientBuilder Mailmark { get; }

    /// <summary>The HttpClient of Crm, named likewise.</summary>
    public IHttpClientBuilder Crm { get; }

    internal static string ClientName(string? name, string api) => name is null ? $"Outreach.{api}" : $"Outreach.{name}.{api}";

    private IHttpClientBuilder Client(string? name, string api)
        => Services.AddHttpClient(ClientName(name, api))
            // The client itself times attempts, on its own clock.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => OutreachClient.NewHandler())
            // The client is kept, so its handler is too; pooled connections follow changes of the address.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(static _ => true)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => WithoutDefaultResilience(handlers));

    // An app's defaults for all its HttpClients (Aspire's among them) repeat every method by themselves: a message would go out twice.
    // Defaults are applied before this; what is added to these clients on purpose comes after it and stays.
    private static void WithoutDefaultResilience(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
            if (handlers[i].GetType().FullName is "Microsoft.Extensions.Http.Resilience.ResilienceHandler" or "Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler") handlers.RemoveAt(i);
    }
}

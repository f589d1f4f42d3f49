using Microsoft.Extensions.DependencyInjection;

namespace Outreach.Sdk;

/// <summary>What <c>AddOutreach</c> registered: one named HttpClient per API, to which handlers can be added.</summary>
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
            .RedactLoggedHeaders(static _ => true);
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Outreach.Sdk;

/// <summary>Registers an <see cref="OutreachClient"/>, on connections of <see cref="IHttpClientFactory"/>.</summary>
public static class OutreachServiceCollectionExtensions
{
    /// <summary>
    /// Registers the client with a section of the configuration, such as <c>{ "Markus": { "ApiKey": "…" }, "MaxRetries": 5 }</c>.
    /// The options are checked when the host starts.
    /// </summary>
    /// <returns>The HttpClient of each API, for handlers of your own.</returns>
    public static OutreachBuilder AddOutreach(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, null, options => options.Configure(o => configuration.Bind(o)));
    }

    /// <summary>Registers the client with options set in code. They are checked when the host starts.</summary>
    /// <returns>The HttpClient of each API, for handlers of your own.</returns>
    public static OutreachBuilder AddOutreach(this IServiceCollection services, Action<OutreachClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, null, options => options.Configure(configure));
    }

    /// <summary>Registers one of several accounts: the client is had by <c>[FromKeyedServices("name")]</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Name of the account, not blank.</param>
    /// <param name="configuration">The account's section.</param>
    /// <returns>The HttpClient of each API, for handlers of your own.</returns>
    public static OutreachBuilder AddOutreach(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, name, options => options.Configure(o => configuration.Bind(o)));
    }

    /// <summary>Registers one of several accounts: the client is had by <c>[FromKeyedServices("name")]</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Name of the account, not blank.</param>
    /// <param name="configure">Sets the account's options.</param>
    /// <returns>The HttpClient of each API, for handlers of your own.</returns>
    public static OutreachBuilder AddOutreach(this IServiceCollection services, string name, Action<OutreachClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    private static OutreachBuilder Add(IServiceCollection services, string? name, Action<OptionsBuilder<OutreachClientOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<OutreachClientOptions> options = services.AddOptions<OutreachClientOptions>(name ?? Options.DefaultName);
        configure(options);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OutreachClientOptions>, OptionsValidator>());
        if (name is null) services.TryAddSingleton(provider => Create(provider, null));
        else services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name));
        return new OutreachBuilder(services, name);
    }

    private static OutreachClient Create(IServiceProvider provider, string? name)
    {
        OutreachClientOptions options = provider.GetRequiredService<IOptionsMonitor<OutreachClientOptions>>().Get(name ?? Options.DefaultName);
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
        return new OutreachClient(options, profile => factory.CreateClient(OutreachBuilder.ClientName(name, profile.DisplayName)), isShared: false, owns: false);
    }

    private sealed class OptionsValidator : IValidateOptions<OutreachClientOptions>
    {
        public ValidateOptionsResult Validate(string? name, OutreachClientOptions options)
            => OptionsCheck.Problems(options) is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}

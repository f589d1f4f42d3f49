namespace Outreach.Sdk.Tests.Support;

/// <summary>Clients on a stubbed handler.</summary>
internal static class Clients
{
    public const string MarkusKey = "mk_live_secretsecretsecretsecretsecret12";

    /// <summary>Options with one Markus key, a virtual clock, no timeout and no jitter.</summary>
    public static OutreachClientOptions Options(TimeProvider time) => new()
    {
        Markus = { ApiKey = MarkusKey },
        TimeProvider = time,
        AttemptTimeout = Timeout.InfiniteTimeSpan,
        Jitter = () => 0.5,
    };

    public static OutreachClient On(HttpMessageHandler handler, TimeProvider time, Action<OutreachClientOptions>? configure = null)
    {
        OutreachClientOptions options = Options(time);
        configure?.Invoke(options);
        return new OutreachClient(options, handler);
    }
}

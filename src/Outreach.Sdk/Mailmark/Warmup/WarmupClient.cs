namespace Outreach.Sdk.Mailmark;

/// <summary>Warmup progress per mailbox.</summary>
public class WarmupClient
{
    private static readonly Operation List = Operation.Get("mailmark.warmup.list", "v1/warmup");

    private readonly ApiTransport _api = null!;

    internal WarmupClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected WarmupClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List];

    /// <summary>
    /// Returns the warmup entry of every enrolled mailbox of the key's domain, or of all domains for an org-wide key, in a bare
    /// array.
    /// </summary>
    /// <param name="mailbox">Only this mailbox; full address, case-insensitive.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<WarmupMailbox>> ListAsync(string? mailbox = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At().With("mailbox", mailbox), MailmarkJson.Default.ListWarmupMailbox, options, cancellationToken);
}

namespace Outreach.Sdk.Markus;

/// <summary>The calling API key.</summary>
public class AuthClient
{
    private static readonly Operation Me = Operation.Get("markus.auth.me", "auth/me", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal AuthClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected AuthClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Me];

    /// <summary>Returns metadata of the key that made the request and of its account.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The API key that made the request, and its account.</returns>
    /// <remarks>Use it to check a key. No side effects. The path is inferred, not published.</remarks>
    public virtual Task<AuthInfo> MeAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Me.At(), MarkusJson.Default.AuthInfo, options, cancellationToken);
}

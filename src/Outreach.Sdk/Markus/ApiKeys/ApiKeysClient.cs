namespace Outreach.Sdk.Markus;

/// <summary>API keys of the account.</summary>
public class ApiKeysClient
{
    private static readonly Operation List = Operation.Get("markus.apiKeys.list", "api-keys", scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation Create = Operation.Post(
        "markus.apiKeys.create", "api-keys",
        RetryClass.ThrottleOnly, scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation Revoke = Operation.Delete(
        "markus.apiKeys.revoke", "api-keys/{api_key_id}",
        RetryClass.Safe, scope: "*", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal ApiKeysClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected ApiKeysClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Revoke];

    /// <summary>Returns every key of the account, newest first, expired and revoked ones included. Needs scope <c>*</c>.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <remarks>Raw values are never part of it. The path is inferred, not published.</remarks>
    public virtual Task<IReadOnlyList<ApiKey>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(), MarkusJson.Default.ListApiKey, options, cancellationToken);

    /// <summary>Creates a key with the given scopes. Needs scope <c>*</c>.</summary>
    /// <param name="request">Data for a new API key.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A new API key with its raw value. The raw value is never shown again.</returns>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachRateLimitException">APIKEY_005: The account has as many active keys as it may have.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>The answer is the only place where the raw key appears. The path is inferred, not published.</remarks>
    public virtual Task<CreatedApiKey> CreateAsync(CreateApiKeyRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, MarkusJson.Default.CreateApiKeyRequest, MarkusJson.Default.CreatedApiKey, options, cancellationToken);

    /// <summary>Revokes a key for good; requests that use it fail with APIKEY_003 from then on. Needs scope <c>*</c>.</summary>
    /// <param name="apiKeyId">API key id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An API key, without its secret.</returns>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>
    /// Revoking a revoked key changes nothing and succeeds. A key may revoke itself. The path is inferred, not published.
    /// </remarks>
    public virtual Task<ApiKey> RevokeAsync(string apiKeyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Revoke.At(apiKeyId), MarkusJson.Default.ApiKey, options, cancellationToken);
}

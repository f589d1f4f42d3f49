namespace Outreach.Sdk.Crm;

/// <summary>Connected accounts of social networks.</summary>
public class SocialConnectionsClient
{
    private static readonly Operation List = Operation.Get(
        "crm.socialConnections.list", "social/connections",
        scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Get = Operation.Get("crm.socialConnections.get", "social/connections/{id}", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Disconnect = Operation.Delete(
        "crm.socialConnections.disconnect", "social/connections/{id}",
        RetryClass.Safe, scope: "crm:social", buckets: ["write"]);
    private static readonly Operation Connect = Operation.Post(
        "crm.socialConnections.connect", "social/connections/connect",
        RetryClass.ThrottleOnly, scope: "crm:social", buckets: ["write"]);
    private static readonly Operation Callback = Operation.Post(
        "crm.socialConnections.callback", "social/connections/callback",
        RetryClass.ThrottleOnly, scope: "crm:social", buckets: ["write"]);
    private static readonly Operation Refresh = Operation.Post(
        "crm.socialConnections.refresh", "social/connections/{id}/refresh",
        RetryClass.ThrottleOnly, scope: "crm:social", buckets: ["write"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal SocialConnectionsClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected SocialConnectionsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Get, Disconnect, Connect, Callback, Refresh];

    /// <summary>Returns connected accounts of one tenant. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>Tokens are never part of it. The path is published.</remarks>
    public virtual Task<Page<SocialConnection>> ListAsync(ListSocialConnectionsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.ListSocialConnection, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    public virtual IAsyncEnumerable<SocialConnection> ListAllAsync(ListSocialConnectionsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListSocialConnectionsRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Returns one connected account as a bare object. Needs scope <c>crm:read</c>.</summary>
    /// <param name="connectionId">Identifier of the connection.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A connected account of a social network. Tokens are never returned. The callback answer carries only the first six members.
    /// </returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<SocialConnection> GetAsync(string connectionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(connectionId), CrmJson.Default.SocialConnection, options, cancellationToken);

    /// <summary>Revokes the tokens and removes the connection. Needs scope <c>crm:social</c>.</summary>
    /// <param name="connectionId">Identifier of the connection.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Its SCHEDULED posts fail. The path is published.</remarks>
    public virtual Task DisconnectAsync(string connectionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Disconnect.At(connectionId), options, cancellationToken);

    /// <summary>Begins the OAuth flow and returns the address to send the user to. Needs scope <c>crm:social</c>.</summary>
    /// <param name="request">Start of an OAuth flow.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Where to send the user.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>Nothing is connected yet. The path is published.</remarks>
    public virtual Task<ConnectSocialResponse> ConnectAsync(ConnectSocialRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(Connect.At(), request with { TenantId = _tenant.Of(request.TenantId) }, CrmJson.Default.ConnectSocialRequest, CrmJson.Default.ConnectSocialResponse, options, cancellationToken);
    }

    /// <summary>Exchanges the authorization code and stores the connection. Needs scope <c>crm:social</c>.</summary>
    /// <param name="request">End of an OAuth flow.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A connected account of a social network. Tokens are never returned. The callback answer carries only the first six members.
    /// </returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachApiException">UPSTREAM_ERROR: The messaging service or a social network failed or refused.</exception>
    /// <remarks>
    /// An account that the tenant had connected before gets fresh tokens and is active again under its old id. The path is
    /// published.
    /// </remarks>
    public virtual Task<SocialConnection> CallbackAsync(SocialCallbackRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Callback.At(), request, CrmJson.Default.SocialCallbackRequest, CrmJson.Default.SocialConnection, options, cancellationToken);

    /// <summary>Gets a new access token from the network and moves tokenExpiry. Needs scope <c>crm:social</c>.</summary>
    /// <param name="connectionId">Identifier of the connection.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A connected account of a social network. Tokens are never returned. The callback answer carries only the first six members.
    /// </returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachApiException">UPSTREAM_ERROR: The messaging service or a social network failed or refused.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<SocialConnection> RefreshAsync(string connectionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Refresh.At(connectionId), CrmJson.Default.SocialConnection, options, cancellationToken);
}

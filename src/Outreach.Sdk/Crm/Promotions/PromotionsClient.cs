namespace Outreach.Sdk.Crm;

/// <summary>Promotion of events and competitions.</summary>
public class PromotionsClient
{
    private static readonly Operation List = Operation.Get(
        "crm.promotions.list", "promotions",
        scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.promotions.create", "promotions",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Get = Operation.Get("crm.promotions.get", "promotions/{id}", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Update = Operation.Patch(
        "crm.promotions.update", "promotions/{id}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.promotions.delete", "promotions/{id}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal PromotionsClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected PromotionsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete];

    /// <summary>Returns event promotions of one tenant in short form, newest first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<PromotionSummary>> ListAsync(ListPromotionsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.ListPromotionSummary, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    public virtual IAsyncEnumerable<PromotionSummary> ListAllAsync(ListPromotionsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListPromotionsRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Stores how an event is promoted. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="request">A new promotion.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How an event is promoted.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>With autoPromote the server announces at announceAt and reminds on the reminder days. The path is published.</remarks>
    public virtual Task<Promotion> CreateAsync(CreatePromotionRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(Create.At(), request with { TenantId = _tenant.Of(request.TenantId) }, CrmJson.Default.CreatePromotionRequest, CrmJson.Default.Promotion, options, cancellationToken);
    }

    /// <summary>Returns the promotion with its history as a bare object. Needs scope <c>crm:read</c>.</summary>
    /// <param name="promotionId">Identifier of the promotion.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How an event is promoted.</returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Promotion> GetAsync(string promotionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(promotionId), CrmJson.Default.Promotion, options, cancellationToken);

    /// <summary>Changes the given fields; what was already sent stays in the history. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="promotionId">Identifier of the promotion.</param>
    /// <param name="request">Fields to change. The source cannot change.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How an event is promoted.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Promotion> UpdateAsync(string promotionId, UpdatePromotionRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(promotionId), request, CrmJson.Default.UpdatePromotionRequest, CrmJson.Default.Promotion, options, cancellationToken);

    /// <summary>Removes the promotion; nothing further is sent for it. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="promotionId">Identifier of the promotion.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task DeleteAsync(string promotionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(promotionId), options, cancellationToken);
}

namespace Outreach.Sdk.Crm;

/// <summary>Customer profiles: CRUD, identity look-up, merge.</summary>
public class CustomersClient
{
    private static readonly Operation List = Operation.Get("crm.customers.list", "customers", scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.customers.create", "customers",
        RetryClass.ThrottleOnly, scope: "crm:write", buckets: ["write"]);
    private static readonly Operation Resolve = Operation.Get("crm.customers.resolve", "customers/resolve", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Get = Operation.Get("crm.customers.get", "customers/{id}", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Update = Operation.Patch(
        "crm.customers.update", "customers/{id}",
        RetryClass.Safe, scope: "crm:write", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.customers.delete", "customers/{id}",
        RetryClass.Safe, scope: "crm:admin", buckets: ["write"]);
    private static readonly Operation Merge = Operation.Post(
        "crm.customers.merge", "customers/{winnerId}/merge",
        RetryClass.ThrottleOnly, scope: "crm:admin", buckets: ["write"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal CustomersClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected CustomersClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Resolve, Get, Update, Delete, Merge];

    /// <summary>Returns profiles of one tenant in short form, newest first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>
    /// Filters combine with AND. Without a status filter MERGED and DELETED profiles are left out. The path is published.
    /// </remarks>
    public virtual Task<Page<CustomerSummary>> ListAsync(ListCustomersRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.ListCustomerSummary, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    public virtual IAsyncEnumerable<CustomerSummary> ListAllAsync(ListCustomersRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListCustomersRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Creates a profile as ACTIVE. Needs scope <c>crm:write</c>.</summary>
    /// <param name="request">A new profile. At least one of email, phoneNumber and authUserId must be given.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// One person across all connected services. Fields after updatedAt come from the published profile model and may be missing
    /// from a response.
    /// </returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachConflictException">
    /// DUPLICATE_RESOURCE: A unique value is taken (authUserId; segment or journey name per tenant).
    /// </exception>
    /// <remarks>
    /// Needs at least one of email, phoneNumber and authUserId. Records a PROFILE_CREATED activity and lets DYNAMIC segments pick
    /// the profile up at their next refresh. The path is published.
    /// </remarks>
    public virtual Task<Customer> CreateAsync(CreateCustomerRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(Create.At(), request with { TenantId = _tenant.Of(request.TenantId) }, CrmJson.Default.CreateCustomerRequest, CrmJson.Default.Customer, options, cancellationToken);
    }

    /// <summary>
    /// Looks for the profile that owns the given identity keys, strongest key first, and creates one when nothing matches. Needs
    /// scope <c>crm:read</c>.
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Outcome of an identity look-up.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>
    /// Creating needs crm:write as well; a token without it gets RESOURCE_NOT_FOUND instead. Keys of a merged profile lead to the
    /// profile that took it over. The path is published.
    /// </remarks>
    public virtual Task<ResolutionResult> ResolveAsync(ResolveCustomerRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(request.On(Resolve.At(), _tenant.Of(request.TenantId)), CrmJson.Default.ResolutionResult, options, cancellationToken);
    }

    /// <summary>Returns the full profile as a bare object, whatever its state. Needs scope <c>crm:read</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// One person across all connected services. Fields after updatedAt come from the published profile model and may be missing
    /// from a response.
    /// </returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Customer> GetAsync(string customerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(customerId), CrmJson.Default.Customer, options, cancellationToken);

    /// <summary>Changes the given fields of an ACTIVE or INACTIVE profile. Needs scope <c>crm:write</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="request">
    /// Fields to change; absent fields stay. null clears a nullable field. Consent flags, scores and fields fed by other services
    /// are refused.
    /// </param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// One person across all connected services. Fields after updatedAt come from the published profile model and may be missing
    /// from a response.
    /// </returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachConflictException">
    /// DUPLICATE_RESOURCE: A unique value is taken (authUserId; segment or journey name per tenant).
    /// </exception>
    /// <remarks>Scores, consent flags and fields fed by other services cannot be written. The path is published.</remarks>
    public virtual Task<Customer> UpdateAsync(string customerId, UpdateCustomerRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(customerId), request, CrmJson.Default.UpdateCustomerRequest, CrmJson.Default.Customer, options, cancellationToken);

    /// <summary>
    /// Soft-deletes the profile: status DELETED, removed from all segments, active journey enrollments exit. Needs scope
    /// <c>crm:admin</c>.
    /// </summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The record stays readable by id and through status=DELETED. The path is inferred, not published.</remarks>
    public virtual Task DeleteAsync(string customerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(customerId), options, cancellationToken);

    /// <summary>
    /// Folds the profile loserId into the one in the path: its activities, notes and segment memberships move over, its identity
    /// keys become aliases of the winner, and it ends as MERGED. Needs scope <c>crm:admin</c>.
    /// </summary>
    /// <param name="winnerId">Profile that survives.</param>
    /// <param name="request">Which profile is folded into the one in the path.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Outcome of a merge. The field names winnerId, loserId, mergedFields, mergedBy and mergedAt are those of the published merge
    /// event; that the REST answer uses them is inferred.
    /// </returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Cannot be undone. The path is published.</remarks>
    public virtual Task<MergeResult> MergeAsync(string winnerId, MergeCustomersRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Merge.At(winnerId), request, CrmJson.Default.MergeCustomersRequest, CrmJson.Default.MergeResult, options, cancellationToken);
}

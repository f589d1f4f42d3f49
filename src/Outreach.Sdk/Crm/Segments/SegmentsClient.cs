namespace Outreach.Sdk.Crm;

/// <summary>Sets of customers, by hand or by rules, and their copy in the messaging service.</summary>
public class SegmentsClient
{
    private static readonly Operation List = Operation.Get("crm.segments.list", "segments", scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.segments.create", "segments",
        RetryClass.ThrottleOnly, scope: "crm:admin", buckets: ["write"]);
    private static readonly Operation Get = Operation.Get("crm.segments.get", "segments/{id}", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Update = Operation.Patch("crm.segments.update", "segments/{id}", RetryClass.Safe, scope: "crm:admin", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.segments.delete", "segments/{id}",
        RetryClass.Safe, scope: "crm:admin", buckets: ["write"]);
    private static readonly Operation Members = Operation.Get(
        "crm.segments.members", "segments/{id}/members",
        scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation AddMembers = Operation.Post(
        "crm.segments.addMembers", "segments/{id}/members",
        RetryClass.Safe, scope: "crm:admin", buckets: ["bulk"]);
    private static readonly Operation RemoveMember = Operation.Delete(
        "crm.segments.removeMember", "segments/{id}/members/{customerId}",
        RetryClass.Safe, scope: "crm:admin", buckets: ["write"]);
    private static readonly Operation Refresh = Operation.Post(
        "crm.segments.refresh", "segments/{id}/refresh",
        RetryClass.Safe, scope: "crm:admin", buckets: ["bulk"]);
    private static readonly Operation SyncToMessaging = Operation.Post(
        "crm.segments.syncToMessaging", "segments/{id}/sync-to-messaging",
        RetryClass.Safe, scope: "crm:admin", buckets: ["bulk"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal SegmentsClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected SegmentsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete, Members, AddMembers, RemoveMember, Refresh, SyncToMessaging];

    /// <summary>Returns segments of one tenant in short form, by name. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<SegmentSummary>> ListAsync(ListSegmentsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.ListSegmentSummary, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    public virtual IAsyncEnumerable<SegmentSummary> ListAllAsync(ListSegmentsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListSegmentsRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Creates a segment. Needs scope <c>crm:admin</c>.</summary>
    /// <param name="request">A new segment. criteria is required for DYNAMIC and refused for STATIC.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A set of customers.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachConflictException">
    /// DUPLICATE_RESOURCE: A unique value is taken (authUserId; segment or journey name per tenant).
    /// </exception>
    /// <remarks>For DYNAMIC the members are computed at once, before the answer. The path is published.</remarks>
    public virtual Task<Segment> CreateAsync(CreateSegmentRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(Create.At(), request with { TenantId = _tenant.Of(request.TenantId) }, CrmJson.Default.CreateSegmentRequest, CrmJson.Default.Segment, options, cancellationToken);
    }

    /// <summary>Returns the segment with its criteria as a bare object. Needs scope <c>crm:read</c>.</summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A set of customers.</returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Segment> GetAsync(string segmentId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(segmentId), CrmJson.Default.Segment, options, cancellationToken);

    /// <summary>Changes the given fields. Needs scope <c>crm:admin</c>.</summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="request">Fields to change. The type cannot change.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A set of customers.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachConflictException">
    /// DUPLICATE_RESOURCE: A unique value is taken (authUserId; segment or journey name per tenant).
    /// </exception>
    /// <remarks>New criteria recompute the members at once. The path is inferred, not published.</remarks>
    public virtual Task<Segment> UpdateAsync(string segmentId, UpdateSegmentRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(segmentId), request, CrmJson.Default.UpdateSegmentRequest, CrmJson.Default.Segment, options, cancellationToken);

    /// <summary>Soft-deletes the segment and drops its memberships. Needs scope <c>crm:admin</c>.</summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Refused while a SCHEDULED, ACTIVE or PAUSED campaign targets it. The path is inferred, not published.</remarks>
    public virtual Task DeleteAsync(string segmentId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(segmentId), options, cancellationToken);

    /// <summary>Returns the customers in the segment, latest to join first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<SegmentMember>> MembersAsync(string segmentId, ListSegmentMembersRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(Members.At(segmentId)), CrmJson.Default.ListSegmentMember, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="MembersAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.
    /// </summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    public virtual IAsyncEnumerable<SegmentMember> MembersAllAsync(string segmentId, ListSegmentMembersRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListSegmentMembersRequest query = request ?? new();
        return Pages.ByOffsetAsync(Members, query.Skip, (skip, token) => MembersAsync(segmentId, query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Puts customers into a STATIC segment; those already inside are skipped. Needs scope <c>crm:admin</c>.</summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="request">Customers to put into a STATIC segment.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Outcome of adding members.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>One unknown id fails the whole call. The path is inferred, not published.</remarks>
    public virtual Task<SegmentMembersResult> AddMembersAsync(string segmentId, AddSegmentMembersRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(AddMembers.At(segmentId), request, CrmJson.Default.AddSegmentMembersRequest, CrmJson.Default.SegmentMembersResult, options, cancellationToken);

    /// <summary>Takes one customer out of a STATIC segment. Needs scope <c>crm:admin</c>.</summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task RemoveMemberAsync(string segmentId, string customerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(RemoveMember.At(segmentId, customerId), options, cancellationToken);

    /// <summary>
    /// Recomputes the members of a DYNAMIC or SMART segment from its criteria and stamps lastRefreshedAt. Needs scope
    /// <c>crm:admin</c>.
    /// </summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A set of customers.</returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Does nothing for STATIC. The path is published.</remarks>
    public virtual Task<Segment> RefreshAsync(string segmentId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Refresh.At(segmentId), CrmJson.Default.Segment, options, cancellationToken);

    /// <summary>
    /// Hands the present members to the messaging service, creating its copy on the first call, and stamps lastSyncedAt. Needs
    /// scope <c>crm:admin</c>.
    /// </summary>
    /// <param name="segmentId">Identifier of the segment.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A set of customers.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachApiException">UPSTREAM_ERROR: The messaging service or a social network failed or refused.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Segment> SyncToMessagingAsync(string segmentId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(SyncToMessaging.At(segmentId), CrmJson.Default.Segment, options, cancellationToken);
}

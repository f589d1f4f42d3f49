namespace Outreach.Sdk.Crm;

/// <summary>Automated sequences: life cycle.</summary>
public class JourneysClient
{
    private static readonly Operation List = Operation.Get("crm.journeys.list", "journeys", scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.journeys.create", "journeys",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Get = Operation.Get("crm.journeys.get", "journeys/{id}", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Update = Operation.Patch(
        "crm.journeys.update", "journeys/{id}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.journeys.delete", "journeys/{id}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Activate = Operation.Post(
        "crm.journeys.activate", "journeys/{id}/activate",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Pause = Operation.Post(
        "crm.journeys.pause", "journeys/{id}/pause",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Archive = Operation.Post(
        "crm.journeys.archive", "journeys/{id}/archive",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal JourneysClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected JourneysClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete, Activate, Pause, Archive];

    /// <summary>Returns journeys of one tenant in short form, newest first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<JourneySummary>> ListAsync(ListJourneysRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.ListJourneySummary, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    public virtual IAsyncEnumerable<JourneySummary> ListAllAsync(ListJourneysRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListJourneysRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Creates a journey as DRAFT, without steps. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="request">A new journey; it starts as DRAFT.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An automated sequence of steps.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachConflictException">
    /// DUPLICATE_RESOURCE: A unique value is taken (authUserId; segment or journey name per tenant).
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Journey> CreateAsync(CreateJourneyRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(Create.At(), request with { TenantId = _tenant.Of(request.TenantId) }, CrmJson.Default.CreateJourneyRequest, CrmJson.Default.Journey, options, cancellationToken);
    }

    /// <summary>
    /// Returns the journey as a bare object, on request with its steps and its newest enrollments. Needs scope <c>crm:read</c>.
    /// </summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="includeSteps">Whether the answer holds the steps as well.</param>
    /// <param name="includeEnrollments">Whether the answer holds the enrollments as well.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Journey> GetAsync(string journeyId, bool includeSteps = false, bool includeEnrollments = false, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        string? include = (includeSteps, includeEnrollments) switch
        {
            (true, true) => "steps,enrollments",
            (true, false) => "steps",
            (false, true) => "enrollments",
            _ => null,
        };
        return _api.SendAsync(Get.At(journeyId).With("include", include), CrmJson.Default.Journey, options, cancellationToken);
    }

    /// <summary>
    /// Changes the given fields; while ACTIVE or PAUSED only name and description, nothing once ARCHIVED. Needs scope
    /// <c>crm:campaigns</c>.
    /// </summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="request">Fields to change. While ACTIVE or PAUSED only name and description are accepted.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An automated sequence of steps.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachConflictException">
    /// DUPLICATE_RESOURCE: A unique value is taken (authUserId; segment or journey name per tenant).
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Journey> UpdateAsync(string journeyId, UpdateJourneyRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(journeyId), request, CrmJson.Default.UpdateJourneyRequest, CrmJson.Default.Journey, options, cancellationToken);

    /// <summary>Deletes a DRAFT journey with its steps; any other state is refused. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task DeleteAsync(string journeyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(journeyId), options, cancellationToken);

    /// <summary>DRAFT or PAUSED to ACTIVE: the trigger enrolls and waiting customers move on. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An automated sequence of steps.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Needs at least one step. The path is published.</remarks>
    public virtual Task<Journey> ActivateAsync(string journeyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Activate.At(journeyId), CrmJson.Default.Journey, options, cancellationToken);

    /// <summary>ACTIVE to PAUSED: no enrollment, no movement; waits keep their end time. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An automated sequence of steps.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Journey> PauseAsync(string journeyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Pause.At(journeyId), CrmJson.Default.Journey, options, cancellationToken);

    /// <summary>
    /// ACTIVE or PAUSED to ARCHIVED for good; active enrollments exit with reason journey_archived. Needs scope
    /// <c>crm:campaigns</c>.
    /// </summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An automated sequence of steps.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Journey> ArchiveAsync(string journeyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Archive.At(journeyId), CrmJson.Default.Journey, options, cancellationToken);
}

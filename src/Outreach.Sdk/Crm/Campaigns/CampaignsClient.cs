namespace Outreach.Sdk.Crm;

/// <summary>Messages to a segment: life cycle, schedule, statistics.</summary>
public class CampaignsClient
{
    private static readonly Operation List = Operation.Get("crm.campaigns.list", "campaigns", scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.campaigns.create", "campaigns",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Get = Operation.Get("crm.campaigns.get", "campaigns/{id}", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Update = Operation.Patch(
        "crm.campaigns.update", "campaigns/{id}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.campaigns.delete", "campaigns/{id}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Schedule = Operation.Post(
        "crm.campaigns.schedule", "campaigns/{id}/schedule",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["campaign-execution"]);
    private static readonly Operation Pause = Operation.Post(
        "crm.campaigns.pause", "campaigns/{id}/pause",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Resume = Operation.Post(
        "crm.campaigns.resume", "campaigns/{id}/resume",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["campaign-execution"]);
    private static readonly Operation Cancel = Operation.Post(
        "crm.campaigns.cancel", "campaigns/{id}/cancel",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Execute = Operation.Post(
        "crm.campaigns.execute", "campaigns/{id}/execute",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["campaign-execution"]);
    private static readonly Operation Stats = Operation.Get("crm.campaigns.stats", "campaigns/{id}/stats", scope: "crm:read", buckets: ["read"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal CampaignsClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected CampaignsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete, Schedule, Pause, Resume, Cancel, Execute, Stats];

    /// <summary>Returns campaigns of one tenant in short form, newest first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<CampaignSummary>> ListAsync(ListCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.ListCampaignSummary, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    public virtual IAsyncEnumerable<CampaignSummary> ListAllAsync(ListCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListCampaignsRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Creates a campaign as DRAFT. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="request">A new campaign; it starts as DRAFT.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Segment and templates may follow later but must be there before scheduling. The path is published.</remarks>
    public virtual Task<Campaign> CreateAsync(CreateCampaignRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(Create.At(), request with { TenantId = _tenant.Of(request.TenantId) }, CrmJson.Default.CreateCampaignRequest, CrmJson.Default.Campaign, options, cancellationToken);
    }

    /// <summary>Returns the campaign as a bare object. Needs scope <c>crm:read</c>.</summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Campaign> GetAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(campaignId), CrmJson.Default.Campaign, options, cancellationToken);

    /// <summary>Changes the given fields. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="request">Fields to change. Segment, channels, templates, type and recurrence can change only in DRAFT.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>
    /// Segment and templates (and by inference type, channels and recurrence) only in DRAFT; name and description until the
    /// campaign has ended. The path is published.
    /// </remarks>
    public virtual Task<Campaign> UpdateAsync(string campaignId, UpdateCampaignRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(campaignId), request, CrmJson.Default.UpdateCampaignRequest, CrmJson.Default.Campaign, options, cancellationToken);

    /// <summary>Soft-deletes a DRAFT or CANCELLED campaign; it disappears from lists and by id. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task DeleteAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(campaignId), options, cancellationToken);

    /// <summary>DRAFT to SCHEDULED; a SCHEDULED campaign gets a new time. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="request">When to send. An empty body uses the campaign's own scheduledAt.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>
    /// The send starts by itself when the time is reached. Needs a segment and a template for every message channel. The path is
    /// published.
    /// </remarks>
    public virtual Task<Campaign> ScheduleAsync(string campaignId, ScheduleCampaignRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Schedule.At(campaignId), request ?? new(), CrmJson.Default.ScheduleCampaignRequest, CrmJson.Default.Campaign, options, cancellationToken);

    /// <summary>ACTIVE to PAUSED: no further message goes out until it is resumed. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Campaign> PauseAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Pause.At(campaignId), CrmJson.Default.Campaign, options, cancellationToken);

    /// <summary>PAUSED to ACTIVE: sending goes on where it stopped. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Campaign> ResumeAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Resume.At(campaignId), CrmJson.Default.Campaign, options, cancellationToken);

    /// <summary>
    /// On SCHEDULED it withdraws the schedule and the campaign is DRAFT again; on PAUSED the campaign ends as CANCELLED. Needs
    /// scope <c>crm:campaigns</c>.
    /// </summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Campaign> CancelAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Cancel.At(campaignId), CrmJson.Default.Campaign, options, cancellationToken);

    /// <summary>
    /// Sends a DRAFT or SCHEDULED campaign at once: the same checks as scheduling, then straight to ACTIVE. Needs scope
    /// <c>crm:campaigns</c>.
    /// </summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message to a segment over one or more channels.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Campaign> ExecuteAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Execute.At(campaignId), CrmJson.Default.Campaign, options, cancellationToken);

    /// <summary>Returns counters and rates, in total and per message channel. Needs scope <c>crm:read</c>.</summary>
    /// <param name="campaignId">Identifier of the campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Counters and rates of one campaign. Counter and rate names are those of the published data model.</returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<CampaignStats> StatsAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Stats.At(campaignId), CrmJson.Default.CampaignStats, options, cancellationToken);
}

namespace Outreach.Sdk.Reachkit;

/// <summary>Outreach campaigns: options, schedule, senders, numbers.</summary>
public class CampaignsClient
{
    private static readonly Operation Analytics = Operation.Get("reachkit.campaigns.analytics", "api/v1/campaigns/{campaign_id}/analytics");
    private static readonly Operation AttachInboxes = Operation.Post(
        "reachkit.campaigns.attachInboxes", "api/v1/campaigns/{campaign_id}/inboxes/attach",
        RetryClass.Safe);
    private static readonly Operation Create = Operation.Post("reachkit.campaigns.create", "api/v1/campaigns", RetryClass.ThrottleOnly);
    private static readonly Operation List = Operation.Get("reachkit.campaigns.list", "api/v1/campaigns", paging: PagingStyle.Page);
    private static readonly Operation Delete = Operation.Delete("reachkit.campaigns.delete", "api/v1/campaigns/{campaign_id}", RetryClass.Safe);
    private static readonly Operation Get = Operation.Get("reachkit.campaigns.get", "api/v1/campaigns/{campaign_id}");
    private static readonly Operation Update = Operation.Patch("reachkit.campaigns.update", "api/v1/campaigns/{campaign_id}", RetryClass.Safe);
    private static readonly Operation DetachInboxes = Operation.Post(
        "reachkit.campaigns.detachInboxes", "api/v1/campaigns/{campaign_id}/inboxes/detach",
        RetryClass.Safe);
    private static readonly Operation UpdateSchedule = Operation.Patch(
        "reachkit.campaigns.updateSchedule", "api/v1/campaigns/{campaign_id}/schedule",
        RetryClass.Safe);

    private readonly ApiTransport _api = null!;

    internal CampaignsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected CampaignsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Analytics, AttachInboxes, Create, List, Delete, Get, Update, DetachInboxes, UpdateSchedule];

    /// <summary>Gives the headline numbers, the last 30 days and the breakdown per step and variant.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Headline numbers plus the day series and the breakdown per step and variant.</returns>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The same object is found under <c>stats</c> of campaigns.get. The path is published.</remarks>
    public virtual Task<CampaignAnalytics> AnalyticsAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Analytics.At(campaignId), ReachkitJson.Default.CampaignAnalytics, options, cancellationToken);

    /// <summary>Adds inboxes to the campaign's senders.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">Inboxes to attach or detach.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>
    /// Those attached already are kept, repeats in the list count once. One unknown id gives 404 and changes nothing. The path is
    /// published.
    /// </remarks>
    public virtual Task<IReadOnlyList<CampaignInbox>> AttachInboxesAsync(string campaignId, CampaignInboxesRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(AttachInboxes.At(campaignId), request, ReachkitJson.Default.CampaignInboxesRequest, ReachkitJson.Default.ListCampaignInbox, options, cancellationToken);

    /// <summary>Makes a draft campaign with default options and schedule, one step and one empty variant.</summary>
    /// <param name="request">New campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A campaign with full analytics (answers of create and get).</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <remarks>Everything else is set by other calls. The path is published.</remarks>
    public virtual Task<Campaign> CreateAsync(CreateCampaignRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, ReachkitJson.Default.CreateCampaignRequest, ReachkitJson.Default.Campaign, options, cancellationToken);

    /// <summary>Lists campaigns, page by page.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    /// <remarks>The stats of an item have no <c>daily</c> and no <c>sequences</c>. The path is published.</remarks>
    public virtual Task<Page<CampaignSummary>> ListAsync(ListCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), ReachkitJson.Default.ListCampaignSummary, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read.</summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    public virtual IAsyncEnumerable<CampaignSummary> ListAllAsync(ListCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListCampaignsRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Removes the campaign for good with its schedule, steps, variants, leads and sent emails, in any state.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>Inboxes stay; its conversations stay without a lead. The path is published.</remarks>
    public virtual Task DeleteAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(campaignId), options, cancellationToken);

    /// <summary>Gives one campaign with full analytics under <c>stats</c>.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A campaign with full analytics (answers of create and get).</returns>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Campaign> GetAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(campaignId), ReachkitJson.Default.Campaign, options, cancellationToken);

    /// <summary>Changes name, state and options together: if one change is refused, none is saved.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">Changes to a campaign; what is left out stays. All or nothing.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A campaign whose stats lack <c>daily</c> and <c>sequences</c> (answers of list and update).</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages; invalid_status_transition: That campaign state cannot be reached from the present one; campaign_not_launchable:
    /// Launch without a variant with content or without an inbox.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>
    /// Launching needs a variant with content and an inbox; turning unsubscribe_option on or off rewrites every variant. The
    /// answer's stats have no <c>daily</c> and no <c>sequences</c>. The path is published.
    /// </remarks>
    public virtual Task<CampaignSummary> UpdateAsync(string campaignId, UpdateCampaignRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(campaignId), request, ReachkitJson.Default.UpdateCampaignRequest, ReachkitJson.Default.CampaignSummary, options, cancellationToken);

    /// <summary>Takes inboxes out of the campaign's senders.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">Inboxes to attach or detach.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>Those not attached are passed over. One unknown id gives 404 and changes nothing. The path is published.</remarks>
    public virtual Task<IReadOnlyList<CampaignInbox>> DetachInboxesAsync(string campaignId, CampaignInboxesRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(DetachInboxes.At(campaignId), request, ReachkitJson.Default.CampaignInboxesRequest, ReachkitJson.Default.ListCampaignInbox, options, cancellationToken);

    /// <summary>Changes zone, default window and weekdays.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">Changes to a schedule; what is left out stays.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>When a campaign may send.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>
    /// Times are rounded to the half hour (ties up, 23:30 at most) and come back rounded; it applies to the next send. The path is
    /// published.
    /// </remarks>
    public virtual Task<CampaignSchedule> UpdateScheduleAsync(string campaignId, UpdateScheduleRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(UpdateSchedule.At(campaignId), request, ReachkitJson.Default.UpdateScheduleRequest, ReachkitJson.Default.CampaignSchedule, options, cancellationToken);
}

namespace Outreach.Sdk.Reachkit;

/// <summary>People in a campaign.</summary>
public partial class LeadsClient
{
    private static readonly Operation Create = Operation.Post("reachkit.leads.create", "api/v1/campaigns/{campaign_id}/leads", RetryClass.ThrottleOnly);
    private static readonly Operation List = Operation.Get("reachkit.leads.list", "api/v1/campaigns/{campaign_id}/leads", paging: PagingStyle.Page);
    private static readonly Operation Delete = Operation.Delete("reachkit.leads.delete", "api/v1/campaigns/{campaign_id}/leads/{lead_id}", RetryClass.Safe);
    private static readonly Operation Get = Operation.Get("reachkit.leads.get", "api/v1/campaigns/{campaign_id}/leads/{lead_id}");

    private readonly ApiTransport _api = null!;

    internal LeadsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected LeadsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Create, List, Delete, Get];

    /// <summary>Adds a person to the campaign; in an active campaign sending to them starts in the next open window.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">New lead.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A person in a campaign.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages; already_exists: The address is on the blocklist, or in the campaign, already.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>
    /// With an address that the campaign has already, if_exists decides: refuse, give back the old lead as it is, or update it.
    /// Blocked addresses are accepted and skipped when sending. The path is published.
    /// </remarks>
    public virtual Task<Lead> CreateAsync(string campaignId, CreateLeadRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(campaignId), request, ReachkitJson.Default.CreateLeadRequest, ReachkitJson.Default.Lead, options, cancellationToken);

    /// <summary>Lists the people of one campaign, page by page.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<Lead>> ListAsync(string campaignId, ListLeadsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(campaignId)), ReachkitJson.Default.ListLead, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    public virtual IAsyncEnumerable<Lead> ListAllAsync(string campaignId, ListLeadsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListLeadsRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(campaignId, query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Takes a person out of the campaign with what was sent to them; nothing more goes out.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="leadId">Lead id; must belong to the campaign in the path.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>Their conversation stays without a lead. The path is published.</remarks>
    public virtual Task DeleteAsync(string campaignId, string leadId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(campaignId, leadId), options, cancellationToken);

    /// <summary>Gives one person of the campaign.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="leadId">Lead id; must belong to the campaign in the path.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A person in a campaign.</returns>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Lead> GetAsync(string campaignId, string leadId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(campaignId, leadId), ReachkitJson.Default.Lead, options, cancellationToken);
}

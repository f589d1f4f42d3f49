namespace Outreach.Sdk.Markus;

/// <summary>Outreach campaigns, their contacts and usage.</summary>
public class CampaignsClient
{
    private static readonly Operation List = Operation.Get(
        "markus.campaigns.list", "campaigns",
        scope: "campaigns:read", buckets: ["global", "burst"], paging: PagingStyle.Page);
    private static readonly Operation Create = Operation.Post(
        "markus.campaigns.create", "campaigns",
        RetryClass.ThrottleOnly, scope: "campaigns:write", buckets: ["global", "burst", "campaigns:write"]);
    private static readonly Operation Get = Operation.Get(
        "markus.campaigns.get", "campaigns/{campaign_id}",
        scope: "campaigns:read", buckets: ["global", "burst"]);
    private static readonly Operation Update = Operation.Patch(
        "markus.campaigns.update", "campaigns/{campaign_id}",
        RetryClass.ThrottleOnly, scope: "campaigns:write", buckets: ["global", "burst", "campaigns:write"]);
    private static readonly Operation Delete = Operation.Delete(
        "markus.campaigns.delete", "campaigns/{campaign_id}",
        RetryClass.Safe, scope: "campaigns:write", buckets: ["global", "burst", "campaigns:write"]);
    private static readonly Operation ListContacts = Operation.Get(
        "markus.campaigns.listContacts", "campaigns/{campaign_id}/contacts",
        scope: "campaigns:read", buckets: ["global", "burst"], paging: PagingStyle.Page);
    private static readonly Operation Usage = Operation.Get("markus.campaigns.usage", "campaigns/usage", scope: "campaigns:read", buckets: ["global", "burst"]);
    private static readonly Operation AnalyzeProduct = Operation.Post(
        "markus.campaigns.analyzeProduct", "campaigns/{campaign_id}/analyze-product",
        RetryClass.ThrottleOnly, scope: "campaigns:write", buckets: ["global", "burst", "campaigns:write"]);

    private readonly ApiTransport _api = null!;

    internal CampaignsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected CampaignsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete, ListContacts, Usage, AnalyzeProduct];

    /// <summary>Returns one page of campaigns. Needs scope <c>campaigns:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Deleted campaigns are left out unless status=deleted is asked for. The path is published.</remarks>
    public virtual Task<Page<Campaign>> ListAsync(ListCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), MarkusJson.Default.ListCampaign, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>campaigns:read</c>.
    /// </summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<Campaign> ListAllAsync(ListCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListCampaignsRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Creates a campaign in status draft. Needs scope <c>campaigns:write</c>.</summary>
    /// <param name="request">Data for a new campaign. It starts as a draft.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A campaign as it appears in lists and in write responses.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachApiException">CAMP_002: The campaign could not be stored.</exception>
    /// <exception cref="OutreachRateLimitException">
    /// CAMP_009: Neither plan allowance nor agent credit is left for another campaign; RATE_002: The limit of a write scope is
    /// exceeded.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>
    /// It counts against the plan; without plan allowance it spends one agent credit. Fires campaign.created. The path is inferred,
    /// not published.
    /// </remarks>
    public virtual Task<Campaign> CreateAsync(CreateCampaignRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, MarkusJson.Default.CreateCampaignRequest, MarkusJson.Default.Campaign, options, cancellationToken);

    /// <summary>
    /// Returns a campaign with its brief, settings, counters, target profiles, latest product analysis and latest strategy. Needs
    /// scope <c>campaigns:read</c>.
    /// </summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A campaign with everything that belongs to it.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<CampaignDetail> GetAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(campaignId), MarkusJson.Default.CampaignDetail, options, cancellationToken);

    /// <summary>
    /// Changes the given fields and, with <c>status</c>, moves the campaign through its state machine. Needs scope
    /// <c>campaigns:write</c>.
    /// </summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">
    /// Fields to change; members left out stay as they are, null clears a nullable member. <c>objective_type</c> cannot change.
    /// </param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A campaign as it appears in lists and in write responses.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachApiException">CAMP_003: The change could not be stored.</exception>
    /// <exception cref="OutreachConflictException">CAMP_005: The campaign is active already.</exception>
    /// <exception cref="OutreachValidationException">
    /// CAMP_007: A campaign without contacts cannot start; CAMP_008: The status change is not allowed; SERVER_002: The body breaks
    /// the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">RATE_002: The limit of a write scope is exceeded.</exception>
    /// <remarks>
    /// Activation drafts the first message for every contact that has none yet. Fires campaign.updated. The path is inferred, not
    /// published.
    /// </remarks>
    public virtual Task<Campaign> UpdateAsync(string campaignId, UpdateCampaignRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(campaignId), request, MarkusJson.Default.UpdateCampaignRequest, MarkusJson.Default.Campaign, options, cancellationToken);

    /// <summary>
    /// Soft-deletes a campaign: status becomes deleted, unsent messages are withdrawn, its conversations close. Needs scope
    /// <c>campaigns:write</c>.
    /// </summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A campaign as it appears in lists and in write responses.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachRateLimitException">RATE_002: The limit of a write scope is exceeded.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Fires campaign.deleted. The path is inferred, not published.</remarks>
    public virtual Task<Campaign> DeleteAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(campaignId), MarkusJson.Default.Campaign, options, cancellationToken);

    /// <summary>Returns one page of the contacts that belong to a campaign. Needs scope <c>campaigns:read</c>.</summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Page<Contact>> ListContactsAsync(string campaignId, ListCampaignContactsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(ListContacts.At(campaignId)), MarkusJson.Default.ListContact, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListContactsAsync"/> gives, page after page, fetching as it is read. Needs scope
    /// <c>campaigns:read</c>.
    /// </summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<Contact> ListAllContactsAsync(string campaignId, ListCampaignContactsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListCampaignContactsRequest query = request ?? new();
        return Pages.ByNumberAsync(ListContacts, query.Page, (page, token) => ListContactsAsync(campaignId, query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>
    /// Returns how much of the campaign allowance is used in the billing period, and the usage of each campaign. Needs scope
    /// <c>campaigns:read</c>.
    /// </summary>
    /// <param name="campaignId">Restrict the per-campaign list to one campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Campaign usage in the current billing period.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The literal path segment wins over a campaign id. The path is inferred, not published.</remarks>
    public virtual Task<CampaignUsage> UsageAsync(string? campaignId = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Usage.At().With("campaign_id", campaignId), MarkusJson.Default.CampaignUsage, options, cancellationToken);

    /// <summary>
    /// Starts an AI analysis of the product of a product_promotion campaign; costs one AI generation. Needs scope
    /// <c>campaigns:write</c>.
    /// </summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Optional facts that replace the campaign's product data before the analysis.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Result of AI product analysis.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachApiException">
    /// AI_001: The model provider cannot be reached; AI_003: The model gave no usable analysis.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">
    /// AI_004: Too many AI requests in the window, or no AI generation left in the billing period; RATE_002: The limit of a write
    /// scope is exceeded.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>
    /// The result appears in campaigns.get and replaces the AI-made target profiles. While one runs, a second call returns the
    /// running one at no cost. The path is inferred, not published.
    /// </remarks>
    public virtual Task<ProductAnalysis> AnalyzeProductAsync(string campaignId, AnalyzeProductRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(AnalyzeProduct.At(campaignId), request ?? new(), MarkusJson.Default.AnalyzeProductRequest, MarkusJson.Default.ProductAnalysis, options, cancellationToken);
}

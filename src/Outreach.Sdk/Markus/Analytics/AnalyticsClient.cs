namespace Outreach.Sdk.Markus;

/// <summary>Reports.</summary>
public class AnalyticsClient
{
    private static readonly Operation Overview = Operation.Get(
        "markus.analytics.overview", "analytics/overview",
        scope: "analytics:read", buckets: ["global", "burst"]);
    private static readonly Operation Campaign = Operation.Get(
        "markus.analytics.campaign", "analytics/campaigns/{campaign_id}",
        scope: "analytics:read", buckets: ["global", "burst"]);
    private static readonly Operation Performance = Operation.Get(
        "markus.analytics.performance", "analytics/performance",
        scope: "analytics:read", buckets: ["global", "burst"]);
    private static readonly Operation ResponseTimes = Operation.Get(
        "markus.analytics.responseTimes", "analytics/response-times",
        scope: "analytics:read", buckets: ["global", "burst"]);
    private static readonly Operation ContactTypes = Operation.Get(
        "markus.analytics.contactTypes", "analytics/contact-types",
        scope: "analytics:read", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal AnalyticsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected AnalyticsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Overview, Campaign, Performance, ResponseTimes, ContactTypes];

    /// <summary>Returns account-wide figures for a period. Needs scope <c>analytics:read</c>.</summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Account-wide figures.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<AnalyticsOverview> OverviewAsync(AnalyticsOverviewRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(Overview.At()), MarkusJson.Default.AnalyticsOverview, options, cancellationToken);

    /// <summary>Returns the funnel, the rates and daily figures of one campaign. Needs scope <c>analytics:read</c>.</summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Figures of one campaign.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<CampaignAnalytics> CampaignAsync(string campaignId, AnalyticsCampaignRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(Campaign.At(campaignId)), MarkusJson.Default.CampaignAnalytics, options, cancellationToken);

    /// <summary>Returns a time series of message figures. Needs scope <c>analytics:read</c>.</summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Figures over time.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<PerformanceSeries> PerformanceAsync(AnalyticsPerformanceRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(Performance.At()), MarkusJson.Default.PerformanceSeries, options, cancellationToken);

    /// <summary>Returns how long contacts take to answer. Needs scope <c>analytics:read</c>.</summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How long contacts take to answer. A sample is an inbound message that directly follows an outbound one.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<ResponseTimeMetrics> ResponseTimesAsync(AnalyticsResponseTimesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(ResponseTimes.At()), MarkusJson.Default.ResponseTimeMetrics, options, cancellationToken);

    /// <summary>Returns how the contacts spread over the contact types. Needs scope <c>analytics:read</c>.</summary>
    /// <param name="campaignId">Only this campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Contacts by type.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<ContactTypeDistribution> ContactTypesAsync(string? campaignId = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(ContactTypes.At().With("campaign_id", campaignId), MarkusJson.Default.ContactTypeDistribution, options, cancellationToken);
}

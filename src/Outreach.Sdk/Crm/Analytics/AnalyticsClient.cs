namespace Outreach.Sdk.Crm;

/// <summary>Figures on engagement, campaigns, journeys and social posts.</summary>
public class AnalyticsClient
{
    private static readonly Operation Engagement = Operation.Get("crm.analytics.engagement", "analytics/engagement", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Campaigns = Operation.Get("crm.analytics.campaigns", "analytics/campaigns", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Journeys = Operation.Get("crm.analytics.journeys", "analytics/journeys", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Social = Operation.Get("crm.analytics.social", "analytics/social", scope: "crm:read", buckets: ["read"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal AnalyticsClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected AnalyticsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Engagement, Campaigns, Journeys, Social];

    /// <summary>Returns score averages and distributions of a tenant's customers as of now. Needs scope <c>crm:read</c>.</summary>
    /// <param name="tenantId">Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>State of the customer base now. Counts ACTIVE and INACTIVE profiles; bands leave out profiles without a score.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<EngagementAnalytics> EngagementAsync(string? tenantId = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Engagement.At().With("tenantId", _tenant.Of(tenantId)), CrmJson.Default.EngagementAnalytics, options, cancellationToken);

    /// <summary>Returns summed counters and rates of a tenant's campaigns. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Campaigns of a period. A campaign counts when it started within the period, or, if it never started, was created within it.
    /// </returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<CampaignAnalytics> CampaignsAsync(AnalyticsCampaignsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(Campaigns.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.CampaignAnalytics, options, cancellationToken);

    /// <summary>Returns enrollment counters of a tenant's journeys as of now. Needs scope <c>crm:read</c>.</summary>
    /// <param name="tenantId">Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All journeys of a tenant.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<JourneyAnalytics> JourneysAsync(string? tenantId = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Journeys.At().With("tenantId", _tenant.Of(tenantId)), CrmJson.Default.JourneyAnalytics, options, cancellationToken);

    /// <summary>Returns engagement figures of a tenant's published posts. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Posts published within a period.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<SocialAnalytics> SocialAsync(AnalyticsSocialRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(Social.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.SocialAnalytics, options, cancellationToken);
}

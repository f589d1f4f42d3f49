namespace Outreach.Sdk.Crm;

/// <summary>The CRM API: customers, segments, campaigns, journeys, social posts, promotions, analytics and GraphQL.</summary>
/// <remarks>
/// Besides its own errors every operation can fail with: UNAUTHORIZED (401): Token missing, malformed, wrongly signed or expired;
/// FORBIDDEN (403): Token lacks the scope of the call or access to the tenant; RATE_LIMIT_EXCEEDED (429): The call's bucket is used
/// up; see Retry-After and X-RateLimit-Reset; INTERNAL_ERROR (500): Unexpected failure; the outcome of a write is unknown;
/// SERVICE_UNAVAILABLE (503): Not available for the moment; nothing was done.
/// </remarks>
public class CrmClient
{
    internal CrmClient(ApiTransport api, string? tenantId)
    {
        CrmTenant tenant = new(tenantId);
        Customers = new(api, tenant);
        Activities = new(api);
        Notes = new(api);
        Segments = new(api, tenant);
        Campaigns = new(api, tenant);
        Journeys = new(api, tenant);
        JourneySteps = new(api);
        JourneyEnrollments = new(api);
        SocialConnections = new(api, tenant);
        SocialPosts = new(api, tenant);
        Promotions = new(api, tenant);
        Analytics = new(api, tenant);
        GraphQL = new(api);
    }

    /// <summary>For mocking.</summary>
    protected CrmClient() { }

    /// <summary>Every operation of the API, in the contract's order.</summary>
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. CustomersClient.Operations,
        .. ActivitiesClient.Operations,
        .. NotesClient.Operations,
        .. SegmentsClient.Operations,
        .. CampaignsClient.Operations,
        .. JourneysClient.Operations,
        .. JourneyStepsClient.Operations,
        .. JourneyEnrollmentsClient.Operations,
        .. SocialConnectionsClient.Operations,
        .. SocialPostsClient.Operations,
        .. PromotionsClient.Operations,
        .. AnalyticsClient.Operations,
        .. GraphQLClient.Operations,
    ];

    /// <summary>Customer profiles: CRUD, identity look-up, merge.</summary>
    public virtual CustomersClient Customers { get; } = null!;

    /// <summary>Timeline of a customer.</summary>
    public virtual ActivitiesClient Activities { get; } = null!;

    /// <summary>Staff notes about a customer.</summary>
    public virtual NotesClient Notes { get; } = null!;

    /// <summary>Sets of customers, by hand or by rules, and their copy in the messaging service.</summary>
    public virtual SegmentsClient Segments { get; } = null!;

    /// <summary>Messages to a segment: life cycle, schedule, statistics.</summary>
    public virtual CampaignsClient Campaigns { get; } = null!;

    /// <summary>Automated sequences: life cycle.</summary>
    public virtual JourneysClient Journeys { get; } = null!;

    /// <summary>Steps of a journey.</summary>
    public virtual JourneyStepsClient JourneySteps { get; } = null!;

    /// <summary>Customers inside a journey.</summary>
    public virtual JourneyEnrollmentsClient JourneyEnrollments { get; } = null!;

    /// <summary>Connected accounts of social networks.</summary>
    public virtual SocialConnectionsClient SocialConnections { get; } = null!;

    /// <summary>Posts on connected accounts.</summary>
    public virtual SocialPostsClient SocialPosts { get; } = null!;

    /// <summary>Promotion of events and competitions.</summary>
    public virtual PromotionsClient Promotions { get; } = null!;

    /// <summary>Figures on engagement, campaigns, journeys and social posts.</summary>
    public virtual AnalyticsClient Analytics { get; } = null!;

    /// <summary>The same data through GraphQL.</summary>
    public virtual GraphQLClient GraphQL { get; } = null!;
}

using System.Text.Json;

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
    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal CrmClient(ApiTransport api, string? tenantId)
    {
        CrmTenant tenant = new(tenantId);
        _api = api;
        _tenant = tenant;
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

    /// <summary>
    /// Sends an operation by its name, with its arguments and its answer as JSON: for generic tools, scripts and bridges. Retries,
    /// errors, pacing and telemetry are those of the typed methods.
    /// </summary>
    /// <param name="operation">The contract's operationId, such as <c>customers.create</c>; the API may stand before it.</param>
    /// <param name="arguments">
    /// One flat object. Members named like a parameter of the operation's path go into the path; the others go into the query of a
    /// GET or DELETE (null is left out, an array becomes a comma-separated list) and into the body of everything else.
    /// A missing <c>tenantId</c> is filled from the options where the operation takes one.
    /// </param>
    /// <param name="options">What this call does differently from the client's options; headers that an operation takes go here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The whole answer as it came, envelope and page figures included; undefined when it has no content. A file comes as an object
    /// with <c>file_name</c>, <c>content_type</c>, <c>length</c> and, in Base64, <c>content</c>.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such operation, or an argument is missing from the path or cannot stand where it belongs.</exception>
    /// <exception cref="OutreachException">As the operation's typed method throws it.</exception>
    public virtual Task<JsonElement> SendAsync(string operation, JsonElement arguments = default, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendRawAsync(operation, arguments, _tenant.For(operation), options, cancellationToken);
}

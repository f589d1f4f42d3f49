namespace Outreach.Sdk.Crm;

/// <summary>Timeline of a customer.</summary>
public class ActivitiesClient
{
    private static readonly Operation List = Operation.Get(
        "crm.activities.list", "customers/{id}/activities",
        scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.activities.create", "customers/{id}/activities",
        RetryClass.ThrottleOnly, scope: "crm:write", buckets: ["write"]);

    private readonly ApiTransport _api = null!;

    internal ActivitiesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected ActivitiesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create];

    /// <summary>Returns activities of a profile, latest occurrence first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Filters combine with AND. The path is published.</remarks>
    public virtual Task<Page<Activity>> ListAsync(string customerId, ListActivitiesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(customerId)), CrmJson.Default.ListActivity, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    public virtual IAsyncEnumerable<Activity> ListAllAsync(string customerId, ListActivitiesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListActivitiesRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(customerId, query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Adds an activity to the timeline and updates the profile's activity figures. Needs scope <c>crm:write</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="request">An activity to record by hand or from an integration.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One event on a customer's timeline.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>
    /// A repeated sourceEventId of the same sourceService stores nothing and returns the first record with 200. The path is
    /// published.
    /// </remarks>
    public virtual Task<Activity> CreateAsync(string customerId, CreateActivityRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(customerId), request, CrmJson.Default.CreateActivityRequest, CrmJson.Default.Activity, options, cancellationToken);
}

namespace Outreach.Sdk.Crm;

/// <summary>Customers inside a journey.</summary>
public class JourneyEnrollmentsClient
{
    private static readonly Operation List = Operation.Get(
        "crm.journeyEnrollments.list", "journeys/{id}/enrollments",
        scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.journeyEnrollments.create", "journeys/{id}/enrollments",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["bulk"]);
    private static readonly Operation Exit = Operation.Post(
        "crm.journeyEnrollments.exit", "journeys/{id}/enrollments/{enrollmentId}/exit",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);

    private readonly ApiTransport _api = null!;

    internal JourneyEnrollmentsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected JourneyEnrollmentsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Exit];

    /// <summary>Returns who is or was in the journey, newest first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Page<JourneyEnrollment>> ListAsync(string journeyId, ListJourneyEnrollmentsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(journeyId)), CrmJson.Default.ListJourneyEnrollment, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    public virtual IAsyncEnumerable<JourneyEnrollment> ListAllAsync(string journeyId, ListJourneyEnrollmentsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListJourneyEnrollmentsRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(journeyId, query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Enrolls customers by hand into an ACTIVE journey and runs their first steps. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="request">Whom to enroll: a list of customers, or everyone in a segment. Exactly one of the two.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Outcome of an enrollment call.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Customers who cannot enter are skipped with a reason. The path is inferred, not published.</remarks>
    public virtual Task<EnrollmentResult> CreateAsync(string journeyId, EnrollCustomersRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(journeyId), request, CrmJson.Default.EnrollCustomersRequest, CrmJson.Default.EnrollmentResult, options, cancellationToken);

    /// <summary>Ends an ACTIVE enrollment as EXITED. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="enrollmentId">Identifier of the enrollment.</param>
    /// <param name="request">Why the customer leaves.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One customer's way through a journey.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<JourneyEnrollment> ExitAsync(string journeyId, string enrollmentId, ExitEnrollmentRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Exit.At(journeyId, enrollmentId), request ?? new(), CrmJson.Default.ExitEnrollmentRequest, CrmJson.Default.JourneyEnrollment, options, cancellationToken);
}

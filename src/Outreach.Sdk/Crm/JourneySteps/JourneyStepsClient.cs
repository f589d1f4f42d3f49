namespace Outreach.Sdk.Crm;

/// <summary>Steps of a journey.</summary>
public class JourneyStepsClient
{
    private static readonly Operation List = Operation.Get("crm.journeySteps.list", "journeys/{id}/steps", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Create = Operation.Post(
        "crm.journeySteps.create", "journeys/{id}/steps",
        RetryClass.ThrottleOnly, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Update = Operation.Patch(
        "crm.journeySteps.update", "journeys/{id}/steps/{stepId}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.journeySteps.delete", "journeys/{id}/steps/{stepId}",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);
    private static readonly Operation Reorder = Operation.Put(
        "crm.journeySteps.reorder", "journeys/{id}/steps/order",
        RetryClass.Safe, scope: "crm:campaigns", buckets: ["write"]);

    private readonly ApiTransport _api = null!;

    internal JourneyStepsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected JourneyStepsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Update, Delete, Reorder];

    /// <summary>Returns all steps in order; not paged. Needs scope <c>crm:read</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<JourneyStep>> ListAsync(string journeyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(journeyId), CrmJson.Default.ListJourneyStep, options, cancellationToken);

    /// <summary>Appends a step with the next stepNumber. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="request">A step to append.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One step of a journey.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Only while the journey is DRAFT. The path is inferred, not published.</remarks>
    public virtual Task<JourneyStep> CreateAsync(string journeyId, CreateJourneyStepRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(journeyId), request, CrmJson.Default.CreateJourneyStepRequest, CrmJson.Default.JourneyStep, options, cancellationToken);

    /// <summary>Changes the given fields of a step. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="stepId">Identifier of the step.</param>
    /// <param name="request">Fields to change. The type cannot change.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One step of a journey.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Only while the journey is DRAFT. The path is inferred, not published.</remarks>
    public virtual Task<JourneyStep> UpdateAsync(string journeyId, string stepId, UpdateJourneyStepRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(journeyId, stepId), request, CrmJson.Default.UpdateJourneyStepRequest, CrmJson.Default.JourneyStep, options, cancellationToken);

    /// <summary>Removes a step, renumbers those after it and clears references to it. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="stepId">Identifier of the step.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Only while the journey is DRAFT. The path is inferred, not published.</remarks>
    public virtual Task DeleteAsync(string journeyId, string stepId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(journeyId, stepId), options, cancellationToken);

    /// <summary>Renumbers all steps in the given order. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="request">New order of all steps.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Only while the journey is DRAFT. The path is inferred, not published.</remarks>
    public virtual Task<IReadOnlyList<JourneyStep>> ReorderAsync(string journeyId, ReorderJourneyStepsRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(Reorder.At(journeyId), request, CrmJson.Default.ReorderJourneyStepsRequest, CrmJson.Default.ListJourneyStep, options, cancellationToken);

    /// <summary>Appends a step of a given kind to a journey. Needs scope <c>crm:campaigns</c>.</summary>
    /// <param name="journeyId">Identifier of the journey.</param>
    /// <param name="action">What the step does.</param>
    /// <param name="name">Label. At most 200 characters.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new step.</returns>
    public virtual Task<JourneyStep> CreateAsync(string journeyId, JourneyStepAction action, string? name = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return CreateAsync(journeyId, new CreateJourneyStepRequest { Type = action.Type, Config = action.ToConfig(), Name = name }, options, cancellationToken);
    }
}

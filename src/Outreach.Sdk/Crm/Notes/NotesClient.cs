namespace Outreach.Sdk.Crm;

/// <summary>Staff notes about a customer.</summary>
public class NotesClient
{
    private static readonly Operation List = Operation.Get(
        "crm.notes.list", "customers/{id}/notes",
        scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.notes.create", "customers/{id}/notes",
        RetryClass.ThrottleOnly, scope: "crm:write", buckets: ["write"]);
    private static readonly Operation Update = Operation.Patch(
        "crm.notes.update", "customers/{id}/notes/{noteId}",
        RetryClass.Safe, scope: "crm:write", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.notes.delete", "customers/{id}/notes/{noteId}",
        RetryClass.Safe, scope: "crm:write", buckets: ["write"]);

    private readonly ApiTransport _api = null!;

    internal NotesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected NotesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Update, Delete];

    /// <summary>Returns the notes of a profile, pinned ones first, then newest first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<Note>> ListAsync(string customerId, ListNotesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(customerId)), CrmJson.Default.ListNote, options, cancellationToken);

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
    public virtual IAsyncEnumerable<Note> ListAllAsync(string customerId, ListNotesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListNotesRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(customerId, query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Stores a note under the caller's user id and records a NOTE_ADDED activity. Needs scope <c>crm:write</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="request">A new note.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A remark of a staff member about a customer.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Note> CreateAsync(string customerId, CreateNoteRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(customerId), request, CrmJson.Default.CreateNoteRequest, CrmJson.Default.Note, options, cancellationToken);

    /// <summary>Changes the given fields of a note. Needs scope <c>crm:write</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="noteId">Identifier of the note.</param>
    /// <param name="request">Fields to change.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A remark of a staff member about a customer.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Note> UpdateAsync(string customerId, string noteId, UpdateNoteRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(customerId, noteId), request, CrmJson.Default.UpdateNoteRequest, CrmJson.Default.Note, options, cancellationToken);

    /// <summary>Removes a note for good. Needs scope <c>crm:write</c>.</summary>
    /// <param name="customerId">Identifier of the customer.</param>
    /// <param name="noteId">Identifier of the note.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task DeleteAsync(string customerId, string noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(customerId, noteId), options, cancellationToken);
}

namespace Outreach.Sdk.Mailmark;

/// <summary>Multi-step automated follow-ups and their enrollments.</summary>
public class SequencesClient
{
    private static readonly Operation List = Operation.Get("mailmark.sequences.list", "v1/sequences", scope: "domain");
    private static readonly Operation Create = Operation.Post("mailmark.sequences.create", "v1/sequences", RetryClass.ThrottleOnly, scope: "domain");
    private static readonly Operation Update = Operation.Patch(
        "mailmark.sequences.update", "v1/sequences/{sequenceId}",
        RetryClass.ThrottleOnly, scope: "domain");
    private static readonly Operation Cancel = Operation.Delete("mailmark.sequences.cancel", "v1/sequences/{sequenceId}", RetryClass.Safe, scope: "domain");
    private static readonly Operation Enroll = Operation.Post(
        "mailmark.sequences.enroll", "v1/sequences/{sequenceId}/enroll",
        RetryClass.ThrottleOnly, scope: "domain");

    private readonly ApiTransport _api = null!;

    internal SequencesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SequencesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Update, Cancel, Enroll];

    /// <summary>
    /// Returns every sequence of the key's domain with its steps and enrollment counts, oldest first, in a bare array. Needs a key
    /// of one domain.
    /// </summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<Sequence>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(), MailmarkJson.Default.ListSequence, options, cancellationToken);

    /// <summary>Stores a sequence in state <c>active</c>. Needs a key of one domain.</summary>
    /// <param name="request">New sequence.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A sequence just created; no counts yet.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json: Body is not JSON (all bodies but /v1/send); name_required: Missing or empty name (group, sequence, contact);
    /// from_required: Sequence create without a sender; steps_required: Steps missing, empty or not an array; first_step_invalid:
    /// The sequence starts with something else; step_invalid: A later step has a wrong shape, a missing field or an unknown field;
    /// match on the first word.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// mailbox_address_not_found: Email list filter or sequence sender names no mailbox of the domain.
    /// </exception>
    /// <remarks>Nothing is sent until contacts are enrolled. The path is published.</remarks>
    public virtual Task<CreatedSequence> CreateAsync(CreateSequenceRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, MailmarkJson.Default.CreateSequenceRequest, MailmarkJson.Default.CreatedSequence, options, cancellationToken);

    /// <summary>Pauses an active sequence or resumes a paused one. Needs a key of one domain.</summary>
    /// <param name="sequenceId">Sequence id.</param>
    /// <param name="request">Wanted state.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Id and new state.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json: Body is not JSON (all bodies but /v1/send); sequence_status_invalid: Unknown wanted state;
    /// sequence_not_active: Enroll into, or pause, a sequence that is not active; sequence_not_paused: Resume a sequence that is
    /// not paused.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// sequence_not_found: No such sequence on the domain; sequence_path_not_found: Extra path parts after the sequence id.
    /// </exception>
    /// <remarks>While paused no step runs; steps that fall due are held and run at resume. The path is published.</remarks>
    public virtual Task<SequenceState> UpdateAsync(string sequenceId, UpdateSequenceRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(sequenceId), request, MailmarkJson.Default.UpdateSequenceRequest, MailmarkJson.Default.SequenceState, options, cancellationToken);

    /// <summary>
    /// Sets the sequence to <c>completed</c> for good and every active enrollment to <c>cancelled</c>; later steps are not sent.
    /// Needs a key of one domain.
    /// </summary>
    /// <param name="sequenceId">Sequence id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Outcome of a cancel.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// sequence_not_found: No such sequence on the domain; sequence_path_not_found: Extra path parts after the sequence id.
    /// </exception>
    /// <remarks>The record stays listed; repeating the call succeeds. The path is published.</remarks>
    public virtual Task<CancelledSequence> CancelAsync(string sequenceId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Cancel.At(sequenceId), MailmarkJson.Default.CancelledSequence, options, cancellationToken);

    /// <summary>Enrolls up to 100 contacts, each starting at the first step at once. Needs a key of one domain.</summary>
    /// <param name="sequenceId">Sequence id.</param>
    /// <param name="request">Contacts to enroll.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Counts and ids.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json: Body is not JSON (all bodies but /v1/send); sequence_not_active: Enroll into, or pause, a sequence that is not
    /// active; contacts_required: Contacts missing, empty or not an array; too_many_contacts: More than 100 contacts.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// sequence_not_found: No such sequence on the domain; sequence_path_not_found: Extra path parts after the sequence id.
    /// </exception>
    /// <remarks>Contacts already active in the sequence, or without an address, are skipped and counted. The path is published.</remarks>
    public virtual Task<EnrollResult> EnrollAsync(string sequenceId, EnrollContactsRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Enroll.At(sequenceId), request, MailmarkJson.Default.EnrollContactsRequest, MailmarkJson.Default.EnrollResult, options, cancellationToken);

    /// <summary>
    /// Enrolls any number of contacts in slices of the 100 that one <see cref="EnrollAsync"/> takes, one call after the other.
    /// </summary>
    /// <param name="sequenceId">Id of the sequence.</param>
    /// <param name="contacts">The contacts.</param>
    /// <param name="progress">Told after every slice, with the totals so far.</param>
    /// <param name="options">What these calls do differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels between and within the calls; slices already sent stay enrolled.</param>
    /// <returns>The totals over all slices.</returns>
    /// <remarks>
    /// A sequence of one step is completed as soon as its first contacts have been sent to, and takes no more: the second slice is then refused
    /// with sequence_not_active, and the first stays enrolled.
    /// </remarks>
    public virtual async Task<EnrollResult> EnrollAllAsync(string sequenceId, IEnumerable<EnrollContact> contacts, IProgress<EnrollProgress>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        List<string> ids = [];
        EnrollProgress done = new();
        foreach (EnrollContact[] slice in contacts.Chunk(100))
        {
            EnrollResult result = await EnrollAsync(sequenceId, new() { Contacts = slice }, options, cancellationToken).ConfigureAwait(false);
            ids.AddRange(result.EnrollmentIds);
            done = new() { Contacts = done.Contacts + slice.Length, Enrolled = done.Enrolled + result.Enrolled, Skipped = done.Skipped + result.Skipped };
            progress?.Report(done);
        }

        return new() { Enrolled = done.Enrolled, Skipped = done.Skipped, EnrollmentIds = ids };
    }
}

namespace Outreach.Sdk.Markus;

/// <summary>Approval queue: approve, reject, retry, revise.</summary>
public class MessagesClient
{
    private static readonly Operation ListPending = Operation.Get(
        "markus.messages.listPending", "messages/pending",
        scope: "messages:read", buckets: ["global", "burst"], paging: PagingStyle.Page);
    private static readonly Operation Approve = Operation.Post(
        "markus.messages.approve", "messages/{message_id}/approve",
        RetryClass.ThrottleOnly, scope: "messages:write", buckets: ["global", "burst"]);
    private static readonly Operation Reject = Operation.Post(
        "markus.messages.reject", "messages/{message_id}/reject",
        RetryClass.ThrottleOnly, scope: "messages:write", buckets: ["global", "burst"]);
    private static readonly Operation Retry = Operation.Post(
        "markus.messages.retry", "messages/{message_id}/retry",
        RetryClass.ThrottleOnly, scope: "messages:write", buckets: ["global", "burst"]);
    private static readonly Operation SubmitFeedback = Operation.Post(
        "markus.messages.submitFeedback", "messages/{message_id}/feedback",
        RetryClass.ThrottleOnly, scope: "messages:write", buckets: ["global", "burst"]);
    private static readonly Operation BulkAction = Operation.Post(
        "markus.messages.bulkAction", "messages/bulk",
        RetryClass.ThrottleOnly, scope: "messages:write", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal MessagesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected MessagesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [ListPending, Approve, Reject, Retry, SubmitFeedback, BulkAction];

    /// <summary>Returns one page of messages in status pending_approval, oldest first. Needs scope <c>messages:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Page<PendingMessage>> ListPendingAsync(ListPendingMessagesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(ListPending.At()), MarkusJson.Default.ListPendingMessage, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListPendingAsync"/> gives, page after page, fetching as it is read. Needs scope
    /// <c>messages:read</c>.
    /// </summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<PendingMessage> ListAllPendingAsync(ListPendingMessagesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListPendingMessagesRequest query = request ?? new();
        return Pages.ByNumberAsync(ListPending, query.Page, (page, token) => ListPendingAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>
    /// Approves a pending message and schedules it for the next free sending slot of its campaign. Needs scope
    /// <c>messages:write</c>.
    /// </summary>
    /// <param name="messageId">Message id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message of a conversation or of the approval queue.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachConflictException">
    /// MSG_004: The decision on the message has been taken: it is approved or further on.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">MSG_005: No such message, or one of the wrong direction.</exception>
    /// <exception cref="OutreachRateLimitException">MSG_015: The message allowance is used up.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>
    /// Counts against the message allowance. Fires message.approved, later message.sent. The path is inferred, not published.
    /// </remarks>
    public virtual Task<Message> ApproveAsync(string messageId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Approve.At(messageId), MarkusJson.Default.Message, options, cancellationToken);

    /// <summary>
    /// Rejects a pending message; it will not be sent, and no follow-up is drafted for the contact. Needs scope
    /// <c>messages:write</c>.
    /// </summary>
    /// <param name="messageId">Message id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Optional reason.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message of a conversation or of the approval queue.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachConflictException">
    /// MSG_004: The decision on the message has been taken: it is approved or further on.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">MSG_005: No such message, or one of the wrong direction.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>Fires message.rejected. The path is inferred, not published.</remarks>
    public virtual Task<Message> RejectAsync(string messageId, RejectMessageRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Reject.At(messageId), request ?? new(), MarkusJson.Default.RejectMessageRequest, MarkusJson.Default.Message, options, cancellationToken);

    /// <summary>Sends a failed message again at once and reports the outcome. Needs scope <c>messages:write</c>.</summary>
    /// <param name="messageId">Message id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message of a conversation or of the approval queue.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachApiException">MSG_001: The provider refused the message.</exception>
    /// <exception cref="OutreachNotFoundException">MSG_005: No such message, or one of the wrong direction.</exception>
    /// <exception cref="OutreachRateLimitException">MSG_015: The message allowance is used up.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>
    /// On success it fires message.sent; on failure the message stays failed and the call returns MSG_001. The path is inferred,
    /// not published.
    /// </remarks>
    public virtual Task<Message> RetryAsync(string messageId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Retry.At(messageId), MarkusJson.Default.Message, options, cancellationToken);

    /// <summary>
    /// Has the AI rewrite a pending or rejected message according to the feedback; costs one AI generation. Needs scope
    /// <c>messages:write</c>.
    /// </summary>
    /// <param name="messageId">Message id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">What the AI should change.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message of a conversation or of the approval queue.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachConflictException">
    /// MSG_004: The decision on the message has been taken: it is approved or further on.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">MSG_005: No such message, or one of the wrong direction.</exception>
    /// <exception cref="OutreachApiException">
    /// AI_001: The model provider cannot be reached; AI_002: The model gave no usable text.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">
    /// AI_004: Too many AI requests in the window, or no AI generation left in the billing period.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// AI_005: The input or the output was held back by the content filter; SERVER_002: The body breaks the schema; SERVER_005: A
    /// path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The message is pending_approval afterwards, with revision plus 1. The path is inferred, not published.</remarks>
    public virtual Task<Message> SubmitFeedbackAsync(string messageId, MessageFeedbackRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(SubmitFeedback.At(messageId), request, MarkusJson.Default.MessageFeedbackRequest, MarkusJson.Default.Message, options, cancellationToken);

    /// <summary>Applies one decision to up to 100 messages and reports on each. Needs scope <c>messages:write</c>.</summary>
    /// <param name="request">One decision for many messages.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Result of a bulk decision, one entry per id in request order.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>
    /// Every message is treated as by the single operation, side effects included; a refused one does not stop the others. The path
    /// is inferred, not published.
    /// </remarks>
    public virtual Task<BulkMessageActionResult> BulkActionAsync(BulkMessageActionRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(BulkAction.At(), request, MarkusJson.Default.BulkMessageActionRequest, MarkusJson.Default.BulkMessageActionResult, options, cancellationToken);
}

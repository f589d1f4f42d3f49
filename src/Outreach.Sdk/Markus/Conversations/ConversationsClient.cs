namespace Outreach.Sdk.Markus;

/// <summary>Threads with contacts on all channels.</summary>
public class ConversationsClient
{
    private static readonly Operation List = Operation.Get(
        "markus.conversations.list", "conversations",
        scope: "conversations:read", buckets: ["global", "burst"], paging: PagingStyle.Page);
    private static readonly Operation Get = Operation.Get(
        "markus.conversations.get", "conversations/{conversation_id}",
        scope: "conversations:read", buckets: ["global", "burst"]);
    private static readonly Operation ListMessages = Operation.Get(
        "markus.conversations.listMessages", "conversations/{conversation_id}/messages",
        scope: "conversations:read", buckets: ["global", "burst"], paging: PagingStyle.Page);
    private static readonly Operation MarkRead = Operation.Post(
        "markus.conversations.markRead", "conversations/{conversation_id}/read",
        RetryClass.Safe, scope: "conversations:write", buckets: ["global", "burst"]);
    private static readonly Operation Metrics = Operation.Get(
        "markus.conversations.metrics", "conversations/metrics",
        scope: "conversations:read", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal ConversationsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected ConversationsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Get, ListMessages, MarkRead, Metrics];

    /// <summary>Returns one page of the unified inbox over all channels. Needs scope <c>conversations:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Page<Conversation>> ListAsync(ListConversationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), MarkusJson.Default.ListConversation, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>conversations:read</c>.
    /// </summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<Conversation> ListAllAsync(ListConversationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListConversationsRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>
    /// Returns a conversation with its contact, campaign, last message, figures and latest analysis. Needs scope
    /// <c>conversations:read</c>.
    /// </summary>
    /// <param name="conversationId">Conversation id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A conversation with its parties and its latest state.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONV_001: No such conversation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Does not mark it read. The path is inferred, not published.</remarks>
    public virtual Task<ConversationDetail> GetAsync(string conversationId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(conversationId), MarkusJson.Default.ConversationDetail, options, cancellationToken);

    /// <summary>
    /// Returns one page of the messages sent and received in a conversation, oldest first. Needs scope <c>conversations:read</c>.
    /// </summary>
    /// <param name="conversationId">Conversation id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONV_001: No such conversation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Messages that are not sent yet have no conversation and are not part of it. The path is inferred, not published.</remarks>
    public virtual Task<Page<Message>> ListMessagesAsync(string conversationId, ListConversationMessagesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(ListMessages.At(conversationId)), MarkusJson.Default.ListMessage, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListMessagesAsync"/> gives, page after page, fetching as it is read. Needs scope
    /// <c>conversations:read</c>.
    /// </summary>
    /// <param name="conversationId">Conversation id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONV_001: No such conversation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<Message> ListAllMessagesAsync(string conversationId, ListConversationMessagesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListConversationMessagesRequest query = request ?? new();
        return Pages.ByNumberAsync(ListMessages, query.Page, (page, token) => ListMessagesAsync(conversationId, query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Sets the unread counter to 0. Needs scope <c>conversations:write</c>.</summary>
    /// <param name="conversationId">Conversation id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>State after marking a conversation read.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONV_001: No such conversation.</exception>
    /// <exception cref="OutreachApiException">CONV_002: The change could not be stored.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Marking a read conversation succeeds and changes nothing. The path is inferred, not published.</remarks>
    public virtual Task<ConversationReadResult> MarkReadAsync(string conversationId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(MarkRead.At(conversationId), MarkusJson.Default.ConversationReadResult, options, cancellationToken);

    /// <summary>Returns engagement figures over the conversations that match the filters. Needs scope <c>conversations:read</c>.</summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Engagement over all conversations that match the filters.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The literal path segment wins over a conversation id. The path is inferred, not published.</remarks>
    public virtual Task<ConversationMetrics> MetricsAsync(ConversationMetricsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync((request ?? new()).On(Metrics.At()), MarkusJson.Default.ConversationMetrics, options, cancellationToken);
}

namespace Outreach.Sdk.Reachkit;

/// <summary>Unibox threads: reading, answering, labelling.</summary>
public class ConversationsClient
{
    private static readonly Operation Create = Operation.Post("reachkit.conversations.create", "api/v1/unibox/conversations", RetryClass.ThrottleOnly);
    private static readonly Operation List = Operation.Get("reachkit.conversations.list", "api/v1/unibox/conversations", paging: PagingStyle.Page);
    private static readonly Operation DownloadAttachment = Operation.Get("reachkit.conversations.downloadAttachment", "api/v1/unibox/conversations/{conversation_id}/attachments/{attachment_id}", isFile: true);
    private static readonly Operation Reply = Operation.Post(
        "reachkit.conversations.reply", "api/v1/unibox/conversations/{conversation_id}/reply",
        RetryClass.ThrottleOnly);
    private static readonly Operation Get = Operation.Get("reachkit.conversations.get", "api/v1/unibox/conversations/{conversation_id}");
    private static readonly Operation Update = Operation.Patch(
        "reachkit.conversations.update", "api/v1/unibox/conversations/{conversation_id}",
        RetryClass.Safe);

    private readonly ApiTransport _api = null!;

    internal ConversationsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected ConversationsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Create, List, DownloadAttachment, Reply, Get, Update];

    /// <summary>Opens a manual conversation and sends its first email at once, signature included.</summary>
    /// <param name="request">A new email to anyone.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A thread in the unibox.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages; no_active_inbox: No inbox was named and the workspace has no active one; inbox_not_connected: The inbox that
    /// should send is not connected.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>Merge tags, schedule, daily limits and blocklist play no part. The path is published.</remarks>
    public virtual Task<Conversation> CreateAsync(CreateConversationRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, ReachkitJson.Default.CreateConversationRequest, ReachkitJson.Default.Conversation, options, cancellationToken);

    /// <summary>Lists unibox threads with all their messages, latest activity first.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    /// <remarks>Without <c>folder</c> both tabs are listed. The path is published.</remarks>
    public virtual Task<Page<Conversation>> ListAsync(ListConversationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), ReachkitJson.Default.ListConversation, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read.</summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    public virtual IAsyncEnumerable<Conversation> ListAllAsync(ListConversationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListConversationsRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Gives the bytes of a file on one of the conversation's messages.</summary>
    /// <param name="conversationId">Conversation id.</param>
    /// <param name="attachmentId">Attachment id; must belong to the conversation in the path.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file as a stream with name and content type; dispose it when read.</returns>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>No JSON envelope on success. The path is published.</remarks>
    public virtual Task<Download> DownloadAttachmentAsync(string conversationId, string attachmentId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendStreamAsync(DownloadAttachment.At(conversationId, attachmentId), options, cancellationToken);

    /// <summary>Sends an email in the thread at once, through the inbox of its latest message, to the other party.</summary>
    /// <param name="conversationId">Conversation id.</param>
    /// <param name="request">An answer in the thread.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One email of a conversation.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages; inbox_not_connected: The inbox that should send is not connected.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>Signature included. The path is published.</remarks>
    public virtual Task<Message> ReplyAsync(string conversationId, ReplyToConversationRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Reply.At(conversationId), request, ReachkitJson.Default.ReplyToConversationRequest, ReachkitJson.Default.Message, options, cancellationToken);

    /// <summary>Gives one thread with all its messages.</summary>
    /// <param name="conversationId">Conversation id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A thread in the unibox.</returns>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>Reading it marks nothing as read. The path is published.</remarks>
    public virtual Task<Conversation> GetAsync(string conversationId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(conversationId), ReachkitJson.Default.Conversation, options, cancellationToken);

    /// <summary>Sets or clears the label override and sets the read flag of every message.</summary>
    /// <param name="conversationId">Conversation id.</param>
    /// <param name="request">Triage changes; what is left out stays.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A thread in the unibox.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>A label change moves the positive-reply numbers of the campaign. The path is published.</remarks>
    public virtual Task<Conversation> UpdateAsync(string conversationId, UpdateConversationRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(conversationId), request, ReachkitJson.Default.UpdateConversationRequest, ReachkitJson.Default.Conversation, options, cancellationToken);
}

namespace Outreach.Sdk.Reachkit;

/// <summary>Sending mailboxes and their warmup.</summary>
public class InboxesClient
{
    private static readonly Operation List = Operation.Get("reachkit.inboxes.list", "api/v1/inboxes", paging: PagingStyle.Page);
    private static readonly Operation Get = Operation.Get("reachkit.inboxes.get", "api/v1/inboxes/{inbox_id}");
    private static readonly Operation Update = Operation.Patch("reachkit.inboxes.update", "api/v1/inboxes/{inbox_id}", RetryClass.Safe);
    private static readonly Operation WarmupStats = Operation.Get("reachkit.inboxes.warmupStats", "api/v1/inboxes/{inbox_id}/warmup/stats");

    private readonly ApiTransport _api = null!;

    internal InboxesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected InboxesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Get, Update, WarmupStats];

    /// <summary>Lists the workspace's mailboxes, page by page, without their campaigns.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<Inbox>> ListAsync(ListInboxesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), ReachkitJson.Default.ListInbox, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read.</summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    public virtual IAsyncEnumerable<Inbox> ListAllAsync(ListInboxesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListInboxesRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Gives one mailbox with the campaigns to which it is attached.</summary>
    /// <param name="inboxId">Inbox id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A sending mailbox with the campaigns that use it.</returns>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<InboxDetail> GetAsync(string inboxId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(inboxId), ReachkitJson.Default.InboxDetail, options, cancellationToken);

    /// <summary>
    /// Changes sender settings and limits. is_active false takes the inbox out of campaign sending from the next send on; warmup
    /// and manual mail are not touched by it.
    /// </summary>
    /// <param name="inboxId">Inbox id.</param>
    /// <param name="request">Changes to an inbox; what is left out stays.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A sending mailbox with the campaigns that use it.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<InboxDetail> UpdateAsync(string inboxId, UpdateInboxRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(inboxId), request, ReachkitJson.Default.UpdateInboxRequest, ReachkitJson.Default.InboxDetail, options, cancellationToken);

    /// <summary>Gives warmup totals and the day series of the last seven days.</summary>
    /// <param name="inboxId">Inbox id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Warmup of the last seven days.</returns>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<WarmupStats> WarmupStatsAsync(string inboxId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(WarmupStats.At(inboxId), ReachkitJson.Default.WarmupStats, options, cancellationToken);
}

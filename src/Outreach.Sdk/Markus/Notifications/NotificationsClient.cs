namespace Outreach.Sdk.Markus;

/// <summary>Notices for the user.</summary>
public class NotificationsClient
{
    private static readonly Operation List = Operation.Get(
        "markus.notifications.list", "notifications",
        scope: "notifications:read", buckets: ["global", "burst"], paging: PagingStyle.Page);
    private static readonly Operation Update = Operation.Patch(
        "markus.notifications.update", "notifications/{notification_id}",
        RetryClass.Safe, scope: "notifications:write", buckets: ["global", "burst"]);
    private static readonly Operation Delete = Operation.Delete(
        "markus.notifications.delete", "notifications/{notification_id}",
        RetryClass.Safe, scope: "notifications:write", buckets: ["global", "burst"]);
    private static readonly Operation MarkAllRead = Operation.Post(
        "markus.notifications.markAllRead", "notifications/read-all",
        RetryClass.Safe, scope: "notifications:write", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal NotificationsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected NotificationsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Update, Delete, MarkAllRead];

    /// <summary>Returns one page of notifications, newest first. Needs scope <c>notifications:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Page<Notification>> ListAsync(ListNotificationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), MarkusJson.Default.ListNotification, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>notifications:read</c>.
    /// </summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<Notification> ListAllAsync(ListNotificationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListNotificationsRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Marks a notification read or unread; read_at follows. Needs scope <c>notifications:write</c>.</summary>
    /// <param name="notificationId">Notification id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">New state.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A notice for the account's user.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Notification> UpdateAsync(string notificationId, UpdateNotificationRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(notificationId), request, MarkusJson.Default.UpdateNotificationRequest, MarkusJson.Default.Notification, options, cancellationToken);

    /// <summary>Removes a notification for good. Needs scope <c>notifications:write</c>.</summary>
    /// <param name="notificationId">Notification id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Confirmation that a resource was removed for good.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<DeletedResource> DeleteAsync(string notificationId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(notificationId), MarkusJson.Default.DeletedResource, options, cancellationToken);

    /// <summary>Marks every unread notification read. Needs scope <c>notifications:write</c>.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Result of marking everything read.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<MarkAllReadResult> MarkAllReadAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(MarkAllRead.At(), MarkusJson.Default.MarkAllReadResult, options, cancellationToken);
}

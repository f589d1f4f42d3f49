namespace Outreach.Sdk.Markus;

/// <summary>Webhook endpoints and their deliveries.</summary>
public class WebhooksClient
{
    private static readonly Operation List = Operation.Get("markus.webhooks.list", "webhooks", scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation Create = Operation.Post(
        "markus.webhooks.create", "webhooks",
        RetryClass.ThrottleOnly, scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation Get = Operation.Get("markus.webhooks.get", "webhooks/{webhook_id}", scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation Update = Operation.Patch(
        "markus.webhooks.update", "webhooks/{webhook_id}",
        RetryClass.Safe, scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation Delete = Operation.Delete(
        "markus.webhooks.delete", "webhooks/{webhook_id}",
        RetryClass.Safe, scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation Test = Operation.Post(
        "markus.webhooks.test", "webhooks/{webhook_id}/test",
        RetryClass.ThrottleOnly, scope: "*", buckets: ["global", "burst"]);
    private static readonly Operation ListDeliveries = Operation.Get(
        "markus.webhooks.listDeliveries", "webhooks/{webhook_id}/deliveries",
        scope: "*", buckets: ["global", "burst"], paging: PagingStyle.Page);

    private readonly ApiTransport _api = null!;

    internal WebhooksClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected WebhooksClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete, Test, ListDeliveries];

    /// <summary>Returns every endpoint, newest first, without secrets. Needs scope <c>*</c>.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<IReadOnlyList<WebhookEndpoint>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(), MarkusJson.Default.ListWebhookEndpoint, options, cancellationToken);

    /// <summary>Registers a URL for events. Needs scope <c>*</c>.</summary>
    /// <param name="request">Data for a webhook endpoint.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A new webhook endpoint with its signing secret. The secret is not shown again.</returns>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachValidationException">
    /// HOOK_003: The endpoint definition is not valid; SERVER_005: A path or query value, the JSON syntax or the combination of
    /// inputs is wrong.
    /// </exception>
    /// <remarks>The answer is the only place where the signing secret appears. The path is inferred, not published.</remarks>
    public virtual Task<CreatedWebhookEndpoint> CreateAsync(CreateWebhookRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, MarkusJson.Default.CreateWebhookRequest, MarkusJson.Default.CreatedWebhookEndpoint, options, cancellationToken);

    /// <summary>Returns one endpoint without its secret. Needs scope <c>*</c>.</summary>
    /// <param name="webhookId">Webhook endpoint id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A webhook endpoint, without its secret.</returns>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<WebhookEndpoint> GetAsync(string webhookId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(webhookId), MarkusJson.Default.WebhookEndpoint, options, cancellationToken);

    /// <summary>Changes URL, subscriptions, note or activity. Needs scope <c>*</c>.</summary>
    /// <param name="webhookId">Webhook endpoint id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Fields to change; members left out stay as they are.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A webhook endpoint, without its secret.</returns>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachValidationException">
    /// HOOK_003: The endpoint definition is not valid; SERVER_005: A path or query value, the JSON syntax or the combination of
    /// inputs is wrong.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <remarks>The secret stays. The path is inferred, not published.</remarks>
    public virtual Task<WebhookEndpoint> UpdateAsync(string webhookId, UpdateWebhookRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(webhookId), request, MarkusJson.Default.UpdateWebhookRequest, MarkusJson.Default.WebhookEndpoint, options, cancellationToken);

    /// <summary>Removes an endpoint with its delivery log. Needs scope <c>*</c>.</summary>
    /// <param name="webhookId">Webhook endpoint id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Confirmation that a resource was removed for good.</returns>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Queued deliveries to it are dropped. The path is inferred, not published.</remarks>
    public virtual Task<DeletedResource> DeleteAsync(string webhookId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(webhookId), MarkusJson.Default.DeletedResource, options, cancellationToken);

    /// <summary>
    /// Posts a signed sample event to the endpoint, waits for the answer (at most 10 seconds) and reports it. Needs scope <c>*</c>.
    /// </summary>
    /// <param name="webhookId">Webhook endpoint id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Which event to imitate.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Outcome of a test event.</returns>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachValidationException">
    /// HOOK_001: The receiver refused the signature of a test event; HOOK_003: The endpoint definition is not valid; SERVER_005: A
    /// path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <remarks>Works for inactive endpoints too. A 401 answer is reported as HOOK_001. The path is inferred, not published.</remarks>
    public virtual Task<WebhookTestResult> TestAsync(string webhookId, TestWebhookRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Test.At(webhookId), request ?? new(), MarkusJson.Default.TestWebhookRequest, MarkusJson.Default.WebhookTestResult, options, cancellationToken);

    /// <summary>Returns one page of the endpoint's latest deliveries, newest first; the last 100 are kept. Needs scope <c>*</c>.</summary>
    /// <param name="webhookId">Webhook endpoint id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Page<WebhookDelivery>> ListDeliveriesAsync(string webhookId, ListWebhookDeliveriesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(ListDeliveries.At(webhookId)), MarkusJson.Default.ListWebhookDelivery, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListDeliveriesAsync"/> gives, page after page, fetching as it is read. Needs scope <c>*</c>.
    /// </summary>
    /// <param name="webhookId">Webhook endpoint id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">AUTH_002: The key may not use an operation that needs full access.</exception>
    /// <exception cref="OutreachNotFoundException">SERVER_003: Unknown path, or a resource kind without a code of its own.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<WebhookDelivery> ListAllDeliveriesAsync(string webhookId, ListWebhookDeliveriesRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListWebhookDeliveriesRequest query = request ?? new();
        return Pages.ByNumberAsync(ListDeliveries, query.Page, (page, token) => ListDeliveriesAsync(webhookId, query with { Page = page }, options, token), cancellationToken);
    }
}

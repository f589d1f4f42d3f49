using System.Text.Json;

namespace Outreach.Sdk.Markus;

/// <summary>The Markus API: outreach campaigns, contacts, messages with approval, discovery, webhooks and agent credits.</summary>
/// <remarks>
/// Besides its own errors every operation can fail with: AUTH_001 (401): The request carries no usable API key; AUTH_003 (401): A
/// dashboard session token was sent and it has expired; APIKEY_001 (401): The token looks like an API key and no such key exists;
/// APIKEY_002 (401): The key's expiry has passed; APIKEY_003 (401): The key was revoked; RATE_001 (429): The global or the burst
/// limit of the key is exceeded; SERVER_001 (500): Unexpected failure; SERVER_006 (500): The store failed; SERVER_008 (504): The
/// request took too long.
/// </remarks>
public class MarkusClient
{
    private readonly ApiTransport _api = null!;

    internal MarkusClient(ApiTransport api)
    {
        _api = api;
        Auth = new(api);
        ApiKeys = new(api);
        Campaigns = new(api);
        TargetProfiles = new(api);
        Contacts = new(api);
        Conversations = new(api);
        Messages = new(api);
        Ai = new(api);
        Discovery = new(api);
        Analytics = new(api);
        Billing = new(api);
        Channels = new(api);
        Notifications = new(api);
        Webhooks = new(api);
        Credits = new(api);
    }

    /// <summary>For mocking.</summary>
    protected MarkusClient() { }

    /// <summary>Every operation of the API, in the contract's order.</summary>
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. AuthClient.Operations,
        .. ApiKeysClient.Operations,
        .. CampaignsClient.Operations,
        .. TargetProfilesClient.Operations,
        .. ContactsClient.Operations,
        .. ConversationsClient.Operations,
        .. MessagesClient.Operations,
        .. AiClient.Operations,
        .. DiscoveryClient.Operations,
        .. AnalyticsClient.Operations,
        .. BillingClient.Operations,
        .. ChannelsClient.Operations,
        .. NotificationsClient.Operations,
        .. WebhooksClient.Operations,
        .. CreditsClient.Operations,
    ];

    /// <summary>The calling API key.</summary>
    public virtual AuthClient Auth { get; } = null!;

    /// <summary>API keys of the account.</summary>
    public virtual ApiKeysClient ApiKeys { get; } = null!;

    /// <summary>Outreach campaigns, their contacts and usage.</summary>
    public virtual CampaignsClient Campaigns { get; } = null!;

    /// <summary>Target profiles of campaigns.</summary>
    public virtual TargetProfilesClient TargetProfiles { get; } = null!;

    /// <summary>Contacts, import and contact usage.</summary>
    public virtual ContactsClient Contacts { get; } = null!;

    /// <summary>Threads with contacts on all channels.</summary>
    public virtual ConversationsClient Conversations { get; } = null!;

    /// <summary>Approval queue: approve, reject, retry, revise.</summary>
    public virtual MessagesClient Messages { get; } = null!;

    /// <summary>Content, strategy, response analysis, suggestions.</summary>
    public virtual AiClient Ai { get; } = null!;

    /// <summary>Searches for new contacts.</summary>
    public virtual DiscoveryClient Discovery { get; } = null!;

    /// <summary>Reports.</summary>
    public virtual AnalyticsClient Analytics { get; } = null!;

    /// <summary>Plans and subscription.</summary>
    public virtual BillingClient Billing { get; } = null!;

    /// <summary>Connected accounts and direct sending.</summary>
    public virtual ChannelsClient Channels { get; } = null!;

    /// <summary>Notices for the user.</summary>
    public virtual NotificationsClient Notifications { get; } = null!;

    /// <summary>Webhook endpoints and their deliveries.</summary>
    public virtual WebhooksClient Webhooks { get; } = null!;

    /// <summary>Agent credits paid by x402 or MPP.</summary>
    public virtual CreditsClient Credits { get; } = null!;

    /// <summary>
    /// Sends an operation by its name, with its arguments and its answer as JSON: for generic tools, scripts and bridges. Retries,
    /// errors, pacing and telemetry are those of the typed methods.
    /// </summary>
    /// <param name="operation">The contract's operationId, such as <c>campaigns.create</c>; the API may stand before it.</param>
    /// <param name="arguments">
    /// One flat object. Members named like a parameter of the operation's path go into the path; the others go into the query of a
    /// GET or DELETE (null is left out, an array becomes a comma-separated list) and into the body of everything else.
    /// </param>
    /// <param name="options">What this call does differently from the client's options; headers that an operation takes go here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The whole answer as it came, envelope and page figures included; undefined when it has no content. A file comes as an object
    /// with <c>file_name</c>, <c>content_type</c>, <c>length</c> and, in Base64, <c>content</c>.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such operation, or an argument is missing from the path or cannot stand where it belongs.</exception>
    /// <exception cref="OutreachException">As the operation's typed method throws it.</exception>
    public virtual Task<JsonElement> SendAsync(string operation, JsonElement arguments = default, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendRawAsync(operation, arguments, null, options, cancellationToken);
}

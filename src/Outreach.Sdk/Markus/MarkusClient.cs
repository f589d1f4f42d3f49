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
    internal MarkusClient(ApiTransport api)
    {
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
}

namespace Outreach.Sdk.Markus;

/// <summary>The scopes that a Markus key can have.</summary>
public static class MarkusScopes
{
    /// <summary>Read campaigns, their contacts, target profiles and usage.</summary>
    public const string CampaignsRead = "campaigns:read";

    /// <summary>Create, change and delete campaigns and target profiles; start product analysis.</summary>
    public const string CampaignsWrite = "campaigns:write";

    /// <summary>Read contacts, contact usage and a contact's conversations.</summary>
    public const string ContactsRead = "contacts:read";

    /// <summary>Create, change, delete and import contacts.</summary>
    public const string ContactsWrite = "contacts:write";

    /// <summary>Read conversations, their messages and metrics.</summary>
    public const string ConversationsRead = "conversations:read";

    /// <summary>Change a conversation (mark it read).</summary>
    public const string ConversationsWrite = "conversations:write";

    /// <summary>Read the queue of messages that wait for approval.</summary>
    public const string MessagesRead = "messages:read";

    /// <summary>Approve, reject, retry and revise messages.</summary>
    public const string MessagesWrite = "messages:write";

    /// <summary>Read AI usage and suggested responses.</summary>
    public const string AiRead = "ai:read";

    /// <summary>Generate content and strategy, analyse responses.</summary>
    public const string AiWrite = "ai:write";

    /// <summary>Read discovery jobs, their results and the data sources.</summary>
    public const string DiscoveryRead = "discovery:read";

    /// <summary>Start discovery searches.</summary>
    public const string DiscoveryWrite = "discovery:write";

    /// <summary>Read analytics.</summary>
    public const string AnalyticsRead = "analytics:read";

    /// <summary>Read plans and the current subscription.</summary>
    public const string BillingRead = "billing:read";

    /// <summary>Read notifications.</summary>
    public const string NotificationsRead = "notifications:read";

    /// <summary>Change and delete notifications.</summary>
    public const string NotificationsWrite = "notifications:write";

    /// <summary>Read connected accounts and channel availability.</summary>
    public const string ChannelsRead = "channels:read";

    /// <summary>Use connected channels: send a direct message.</summary>
    public const string ChannelsWrite = "channels:write";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>A permission of an API key. <c>*</c> grants everything; the other 18 values grant one area each.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ApiScope>))]
public readonly record struct ApiScope(string? Value) : IOpenEnum<ApiScope>
{
    /// <summary><c>*</c>.</summary>
    public static ApiScope All { get; } = new("*");

    /// <summary><c>campaigns:read</c>.</summary>
    public static ApiScope CampaignsRead { get; } = new("campaigns:read");

    /// <summary><c>campaigns:write</c>.</summary>
    public static ApiScope CampaignsWrite { get; } = new("campaigns:write");

    /// <summary><c>contacts:read</c>.</summary>
    public static ApiScope ContactsRead { get; } = new("contacts:read");

    /// <summary><c>contacts:write</c>.</summary>
    public static ApiScope ContactsWrite { get; } = new("contacts:write");

    /// <summary><c>conversations:read</c>.</summary>
    public static ApiScope ConversationsRead { get; } = new("conversations:read");

    /// <summary><c>conversations:write</c>.</summary>
    public static ApiScope ConversationsWrite { get; } = new("conversations:write");

    /// <summary><c>messages:read</c>.</summary>
    public static ApiScope MessagesRead { get; } = new("messages:read");

    /// <summary><c>messages:write</c>.</summary>
    public static ApiScope MessagesWrite { get; } = new("messages:write");

    /// <summary><c>ai:read</c>.</summary>
    public static ApiScope AiRead { get; } = new("ai:read");

    /// <summary><c>ai:write</c>.</summary>
    public static ApiScope AiWrite { get; } = new("ai:write");

    /// <summary><c>discovery:read</c>.</summary>
    public static ApiScope DiscoveryRead { get; } = new("discovery:read");

    /// <summary><c>discovery:write</c>.</summary>
    public static ApiScope DiscoveryWrite { get; } = new("discovery:write");

    /// <summary><c>analytics:read</c>.</summary>
    public static ApiScope AnalyticsRead { get; } = new("analytics:read");

    /// <summary><c>billing:read</c>.</summary>
    public static ApiScope BillingRead { get; } = new("billing:read");

    /// <summary><c>notifications:read</c>.</summary>
    public static ApiScope NotificationsRead { get; } = new("notifications:read");

    /// <summary><c>notifications:write</c>.</summary>
    public static ApiScope NotificationsWrite { get; } = new("notifications:write");

    /// <summary><c>channels:read</c>.</summary>
    public static ApiScope ChannelsRead { get; } = new("channels:read");

    /// <summary><c>channels:write</c>.</summary>
    public static ApiScope ChannelsWrite { get; } = new("channels:write");

    /// <inheritdoc/>
    public static IReadOnlyList<ApiScope> Known { get; } =
    [
        All, CampaignsRead, CampaignsWrite, ContactsRead, ContactsWrite, ConversationsRead, ConversationsWrite,
        MessagesRead, MessagesWrite, AiRead, AiWrite, DiscoveryRead, DiscoveryWrite, AnalyticsRead, BillingRead,
        NotificationsRead, NotificationsWrite, ChannelsRead, ChannelsWrite
    ];

    /// <inheritdoc/>
    public static ApiScope From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

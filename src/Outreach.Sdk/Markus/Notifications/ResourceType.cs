using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Kind of resource that a notification points at.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ResourceType>))]
public readonly record struct ResourceType(string? Value) : IOpenEnum<ResourceType>
{
    /// <summary><c>campaign</c>.</summary>
    public static ResourceType Campaign { get; } = new("campaign");

    /// <summary><c>contact</c>.</summary>
    public static ResourceType Contact { get; } = new("contact");

    /// <summary><c>conversation</c>.</summary>
    public static ResourceType Conversation { get; } = new("conversation");

    /// <summary><c>message</c>.</summary>
    public static ResourceType Message { get; } = new("message");

    /// <summary><c>discovery_job</c>.</summary>
    public static ResourceType DiscoveryJob { get; } = new("discovery_job");

    /// <summary><c>webhook</c>.</summary>
    public static ResourceType Webhook { get; } = new("webhook");

    /// <summary><c>billing</c>.</summary>
    public static ResourceType Billing { get; } = new("billing");

    /// <inheritdoc/>
    public static IReadOnlyList<ResourceType> Known { get; } = [Campaign, Contact, Conversation, Message, DiscoveryJob, Webhook, Billing];

    /// <inheritdoc/>
    public static ResourceType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

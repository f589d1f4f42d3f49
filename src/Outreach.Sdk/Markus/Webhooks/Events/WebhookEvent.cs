using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Markus;

/// <summary>
/// What a webhook of Markus carries. <see cref="Parse"/> gives one of the 16 typed events, or an
/// <see cref="UnknownWebhookEvent"/> for a type that this version does not know. Verify the signature first
/// (<see cref="WebhookVerifier"/>).
/// </summary>
/// <remarks>Contract: Markus, section 8.</remarks>
public abstract record WebhookEvent
{
    private static readonly Dictionary<string, JsonTypeInfo> Types = new(StringComparer.Ordinal)
    {
        ["campaign.created"] = MarkusJson.Default.CampaignCreatedEvent,
        ["campaign.updated"] = MarkusJson.Default.CampaignUpdatedEvent,
        ["campaign.deleted"] = MarkusJson.Default.CampaignDeletedEvent,
        ["contact.created"] = MarkusJson.Default.ContactCreatedEvent,
        ["contact.updated"] = MarkusJson.Default.ContactUpdatedEvent,
        ["contact.deleted"] = MarkusJson.Default.ContactDeletedEvent,
        ["conversation.created"] = MarkusJson.Default.ConversationCreatedEvent,
        ["conversation.reply_received"] = MarkusJson.Default.ConversationReplyReceivedEvent,
        ["message.sent"] = MarkusJson.Default.MessageSentEvent,
        ["message.delivered"] = MarkusJson.Default.MessageDeliveredEvent,
        ["message.opened"] = MarkusJson.Default.MessageOpenedEvent,
        ["message.bounced"] = MarkusJson.Default.MessageBouncedEvent,
        ["message.approved"] = MarkusJson.Default.MessageApprovedEvent,
        ["message.rejected"] = MarkusJson.Default.MessageRejectedEvent,
        ["discovery.completed"] = MarkusJson.Default.DiscoveryCompletedEvent,
        ["discovery.failed"] = MarkusJson.Default.DiscoveryFailedEvent,
    };

    private protected WebhookEvent() { }

    /// <summary>
    /// Event id, <c>evt_</c> plus a UUID. Every endpoint that gets the event gets it under this id: what a receiver drops
    /// duplicates by.
    /// </summary>
    [JsonPropertyOrder(-3)]
    public string Id { get => field ?? ""; init; }

    /// <summary>Event type.</summary>
    [JsonPropertyOrder(-2)]
    public WebhookEventType Type { get => field.Value is null ? Kind : field; init; }

    /// <summary>When the event happened.</summary>
    [JsonPropertyOrder(-1)]
    public DateTimeOffset CreatedAt { get; init; }

    // The type that the record itself stands for.
    private protected abstract WebhookEventType Kind { get; }

    /// <summary>Reads the body of a webhook. Members that this version does not know are passed over.</summary>
    /// <param name="body">The raw bytes, already verified.</param>
    /// <returns>The typed event, or an <see cref="UnknownWebhookEvent"/>.</returns>
    /// <exception cref="JsonException">
    /// The body is no event: not JSON, no object, without <c>id</c> or <c>type</c>, or a known type whose <c>data</c> is missing or
    /// malformed.
    /// </exception>
    public static WebhookEvent Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            EventEnvelope envelope = EventEnvelope.Read(body, "type"u8, "id"u8);
            if (string.IsNullOrEmpty(envelope.Id)) throw new JsonException("A webhook event has an id.");
            if (!Types.TryGetValue(envelope.Type, out JsonTypeInfo? type)) return UnknownWebhookEvent.Read(body, envelope);
            if (!envelope.HasData) throw new JsonException("A webhook event has data.");
            return (WebhookEvent)JsonSerializer.Deserialize(body, type)!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text of the webhook event is not valid Unicode.", e);
        }
    }

    /// <summary>Reads the body of a webhook, where a body that is no event is nothing exceptional.</summary>
    /// <param name="body">The raw bytes, already verified.</param>
    /// <param name="webhookEvent">The event; null when the body is none.</param>
    /// <returns>Whether the body is an event.</returns>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out WebhookEvent? webhookEvent)
    {
        try
        {
            webhookEvent = Parse(body);
            return true;
        }
        catch (JsonException)
        {
            webhookEvent = null;
            return false;
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Reachkit;

/// <summary>
/// What a webhook of Reachkit carries: ids only. <see cref="Parse"/> gives a typed event, or an
/// <see cref="UnknownReachkitWebhookEvent"/> for a type that this version does not know.
/// </summary>
/// <remarks>
/// Reachkit publishes no signature: nothing in the request shows who sent it. Protect the receiver otherwise, with a long random
/// part in the path that only Reachkit is told (compared in constant time) and HTTPS, and believe no event before the API
/// confirms it. Events carry no id either; the same one may come up to four times. Contract: Reachkit, section 8.
/// </remarks>
public abstract record ReachkitWebhookEvent
{
    private static readonly Dictionary<string, JsonTypeInfo> Types = new(StringComparer.Ordinal)
    {
        ["inbox.disconnected"] = ReachkitJson.Default.InboxDisconnectedEvent,
        ["campaign.launched"] = ReachkitJson.Default.CampaignStatusEvent,
        ["campaign.paused"] = ReachkitJson.Default.CampaignStatusEvent,
        ["campaign.resumed"] = ReachkitJson.Default.CampaignStatusEvent,
        ["campaign.email_sent"] = ReachkitJson.Default.LeadEvent,
        ["lead.replied"] = ReachkitJson.Default.LeadEvent,
        ["lead.bounced"] = ReachkitJson.Default.LeadEvent,
        ["lead.unsubscribed"] = ReachkitJson.Default.LeadEvent,
        ["unibox.new_message"] = ReachkitJson.Default.UniboxMessageEvent,
    };

    private protected ReachkitWebhookEvent() { }

    /// <summary>Event name.</summary>
    [JsonPropertyOrder(-1)]
    public ReachkitWebhookEventType EventType { get => field.Value is null ? Kind : field; init; }

    /// <summary>When the event happened.</summary>
    [JsonPropertyOrder(1)]
    public DateTimeOffset Timestamp { get; init; }

    // The type that the record itself stands for; none where it stands for several.
    private protected abstract ReachkitWebhookEventType Kind { get; }

    /// <summary>Reads the body of a webhook. Members that this version does not know are passed over.</summary>
    /// <param name="body">The raw bytes.</param>
    /// <returns>The typed event, or an <see cref="UnknownReachkitWebhookEvent"/>.</returns>
    /// <exception cref="JsonException">
    /// The body is no event: not JSON, no object, without <c>event_type</c>, or a known type whose <c>data</c> is missing or
    /// malformed.
    /// </exception>
    public static ReachkitWebhookEvent Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            EventEnvelope envelope = EventEnvelope.Read(body, "event_type"u8, default);
            if (!Types.TryGetValue(envelope.Type, out JsonTypeInfo? type)) return UnknownReachkitWebhookEvent.Read(body, envelope);
            if (!envelope.HasData) throw new JsonException("A webhook event has data.");
            return (ReachkitWebhookEvent)JsonSerializer.Deserialize(body, type)!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text of the webhook event is not valid Unicode.", e);
        }
    }

    /// <summary>Reads the body of a webhook, where a body that is no event is nothing exceptional.</summary>
    /// <param name="body">The raw bytes.</param>
    /// <param name="webhookEvent">The event; null when the body is none.</param>
    /// <returns>Whether the body is an event.</returns>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out ReachkitWebhookEvent? webhookEvent)
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

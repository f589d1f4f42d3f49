using System.Text.Json;

namespace Outreach.Sdk.Reachkit;

/// <summary>An event of a type that this version does not know. Answer it with 2xx like any other.</summary>
public sealed record UnknownReachkitWebhookEvent : ReachkitWebhookEvent
{
    /// <summary>The whole event as it came.</summary>
    public JsonElement Json { get; init; }

    private protected override ReachkitWebhookEventType Kind => default;

    internal static UnknownReachkitWebhookEvent Read(ReadOnlySpan<byte> body, EventEnvelope envelope)
    {
        Utf8JsonReader reader = new(body);
        JsonElement json = JsonElement.ParseValue(ref reader);
        return new UnknownReachkitWebhookEvent
        {
            EventType = new ReachkitWebhookEventType(envelope.Type),
            Timestamp = json.TryGetProperty("timestamp", out JsonElement at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out DateTimeOffset instant) ? instant : default,
            Json = json,
        };
    }
}

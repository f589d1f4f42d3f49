using System.Text.Json;

namespace Outreach.Sdk.Markus;

/// <summary>An event of a type that this version does not know. Answer it with 2xx like any other.</summary>
public sealed record UnknownWebhookEvent : WebhookEvent
{
    /// <summary>The whole event as it came.</summary>
    public JsonElement Json { get; init; }

    private protected override WebhookEventType Kind => default;

    internal static UnknownWebhookEvent Read(ReadOnlySpan<byte> body, EventEnvelope envelope)
    {
        Utf8JsonReader reader = new(body);
        JsonElement json = JsonElement.ParseValue(ref reader);
        return new UnknownWebhookEvent
        {
            Id = envelope.Id ?? "",
            Type = new WebhookEventType(envelope.Type),
            CreatedAt = json.TryGetProperty("created_at", out JsonElement at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out DateTimeOffset instant) ? instant : default,
            Json = json,
        };
    }
}

using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A URL that is told of events.</summary>
internal sealed record WebhookEndpointRow : Row
{
    public required string AccountId { get; init; }

    public required string Url { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<WebhookEventSubscription> Events { get; init; }

    public required bool IsActive { get; init; }

    public required string Secret { get; init; }

    public DateTimeOffset? LastDeliveryAt { get; init; }

    public WebhookDeliveryStatus? LastDeliveryStatus { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it asked for events of a type.</summary>
    public bool Wants(WebhookEventType type)
    {
        foreach (WebhookEventSubscription subscription in Events)
            if (subscription == WebhookEventSubscription.All || subscription.Value == type.Value) return true;
        return false;
    }
}

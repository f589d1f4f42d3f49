namespace Outreach.Sdk.Markus;

/// <summary>A webhook endpoint, without its secret.</summary>
public sealed record WebhookEndpoint
{
    /// <summary>Endpoint id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Where events are posted.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Own note.</summary>
    public string? Description { get; init; }

    /// <summary>Subscriptions; <c>*</c> stands alone.</summary>
    public IReadOnlyList<WebhookEventSubscription> Events { get => field ?? []; init; }

    /// <summary>Inactive endpoints get no events (test events they do).</summary>
    public bool IsActive { get; init; }

    /// <summary>Last delivery attempt.</summary>
    public DateTimeOffset? LastDeliveryAt { get; init; }

    /// <summary>Outcome of that attempt.</summary>
    public WebhookDeliveryStatus? LastDeliveryStatus { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

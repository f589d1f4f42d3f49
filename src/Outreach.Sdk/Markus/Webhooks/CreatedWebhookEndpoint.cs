namespace Outreach.Sdk.Markus;

/// <summary>A new webhook endpoint with its signing secret. The secret is not shown again.</summary>
public sealed record CreatedWebhookEndpoint
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

    /// <summary>Signing secret. Its UTF-8 bytes, prefix included, are the HMAC key.</summary>
    public string Secret { get => field ?? ""; init; }

    /// <summary>Id and URL; never the secret.</summary>
    public override string ToString() => $"{nameof(CreatedWebhookEndpoint)} {{ Id = {Id}, Url = {Url} }}";
}

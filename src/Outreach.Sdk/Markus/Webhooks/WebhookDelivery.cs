namespace Outreach.Sdk.Markus;

/// <summary>One delivery attempt.</summary>
public sealed record WebhookDelivery
{
    /// <summary>Delivery id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Endpoint.</summary>
    public string WebhookId { get => field ?? ""; init; }

    /// <summary>Id of the event (<c>id</c> of the payload).</summary>
    public string EventId { get => field ?? ""; init; }

    /// <summary>An event that can be delivered to a webhook endpoint.</summary>
    public WebhookEventType EventType { get; init; }

    /// <summary>Outcome of a delivery. There is one attempt only.</summary>
    public WebhookDeliveryStatus Status { get; init; }

    /// <summary>True for test events.</summary>
    public bool IsTest { get; init; }

    /// <summary>Always 1: there are no retries.</summary>
    public int Attempt { get; init; }

    /// <summary>HTTP status of the endpoint's answer; null without an answer.</summary>
    public int? ResponseStatus { get; init; }

    /// <summary>First 1000 characters of the answer.</summary>
    public string? ResponseBody { get; init; }

    /// <summary><c>timeout</c> or a network error; null when there was an answer.</summary>
    public string? Error { get; init; }

    /// <summary>Time until the answer or the failure, in milliseconds.</summary>
    public int? DurationMs { get; init; }

    /// <summary>When it was queued.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended; null while pending.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}

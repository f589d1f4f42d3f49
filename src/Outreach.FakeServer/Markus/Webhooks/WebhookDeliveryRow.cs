using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>An entry of an endpoint's delivery log.</summary>
internal sealed record WebhookDeliveryRow : Row
{
    public required string EndpointId { get; init; }

    public required string EventId { get; init; }

    public required WebhookEventType EventType { get; init; }

    public required WebhookDeliveryStatus Status { get; init; }

    public bool IsTest { get; init; }

    public int? ResponseStatus { get; init; }

    public string? ResponseBody { get; init; }

    public string? Error { get; init; }

    public int? DurationMs { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }
}

using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Rows as the wire shows them.</summary>
internal static class WebhookViews
{
    /// <summary>An endpoint, without its secret.</summary>
    public static WebhookEndpoint Endpoint(WebhookEndpointRow row) => new()
    {
        Id = row.Id,
        Url = row.Url,
        Description = row.Description,
        Events = row.Events,
        IsActive = row.IsActive,
        LastDeliveryAt = row.LastDeliveryAt,
        LastDeliveryStatus = row.LastDeliveryStatus,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    /// <summary>A new endpoint: the only place where the secret is shown.</summary>
    public static CreatedWebhookEndpoint Created(WebhookEndpointRow row) => new()
    {
        Id = row.Id,
        Url = row.Url,
        Description = row.Description,
        Events = row.Events,
        IsActive = row.IsActive,
        LastDeliveryAt = row.LastDeliveryAt,
        LastDeliveryStatus = row.LastDeliveryStatus,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Secret = row.Secret,
    };

    /// <summary>An entry of the delivery log.</summary>
    public static Outreach.Sdk.Markus.WebhookDelivery Delivery(WebhookDeliveryRow row) => new()
    {
        Id = row.Id,
        WebhookId = row.EndpointId,
        EventId = row.EventId,
        EventType = row.EventType,
        Status = row.Status,
        IsTest = row.IsTest,
        Attempt = 1,
        ResponseStatus = row.ResponseStatus,
        ResponseBody = row.ResponseBody,
        Error = row.Error,
        DurationMs = row.DurationMs,
        CreatedAt = row.CreatedAt,
        CompletedAt = row.CompletedAt,
    };
}

namespace Outreach.Sdk.Markus;

/// <summary>Outcome of a test event.</summary>
public sealed record WebhookTestResult
{
    /// <summary>True for a 2xx answer in time.</summary>
    public bool Delivered { get; init; }

    /// <summary>One delivery attempt.</summary>
    public WebhookDelivery Delivery { get => field ?? new(); init; }
}

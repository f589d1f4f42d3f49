namespace Outreach.FakeServer;

/// <summary>One attempt to deliver an event to an endpoint.</summary>
/// <param name="Api">The API that sends it.</param>
/// <param name="Endpoint">The endpoint's id: deliveries to one endpoint keep their order.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="EventType">The event's type.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Headers">The headers, the content type included.</param>
/// <param name="Body">The raw bytes, as signed.</param>
/// <param name="Completed">Told the outcome, under the world's lock.</param>
internal sealed record OutgoingWebhook(
    string Api,
    string Endpoint,
    string EventId,
    string EventType,
    Uri Url,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body,
    Action<WebhookOutcome> Completed)
{
    /// <summary>Told that the webhook will not be attempted; set only where somebody waits for the outcome.</summary>
    public Action? Dropped { get; init; }
}

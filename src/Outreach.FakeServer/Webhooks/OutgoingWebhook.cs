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

    /// <summary>The same with a signature or secret that does not fit.</summary>
    public OutgoingWebhook WithCorruptSignature()
        => this with { Headers = [.. Headers.Select(header => IsSignature(header.Key) ? new KeyValuePair<string, string>(header.Key, Corrupted(header.Value)) : header)] };

    private static bool IsSignature(string header) => header.Contains("signature", StringComparison.OrdinalIgnoreCase) || header.Contains("secret", StringComparison.OrdinalIgnoreCase);

    private static string Corrupted(string value) => value.Length == 0 ? "0" : value[..^1] + (value[^1] == '0' ? '1' : '0');
}

using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Who is told of an event, with which bytes, and what the delivery log keeps. Contract: section 8.</summary>
internal sealed class WebhookRules
{
    private const int MostDeliveries = 100;
    private const int TimeoutMs = 10_000;
    private const string SecretAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly MarkusState _state;

    public WebhookRules(MarkusState state)
    {
        _state = state;
        ulong seed = state.World.Options.Seed;
        Endpoints = state.World.Add(new Table<WebhookEndpointRow>("markus.webhooks", new UuidForm(seed, "markus.webhooks"), static () => MarkusStateJson.Default.WebhookEndpointRow));
        EndpointsByAccount = Endpoints.IndexBy(static row => row.AccountId);
        Deliveries = state.World.Add(new Table<WebhookDeliveryRow>("markus.webhook_deliveries", new UuidForm(seed, "markus.webhook_deliveries"), static () => MarkusStateJson.Default.WebhookDeliveryRow));
        DeliveriesByEndpoint = Deliveries.IndexBy(static row => row.EndpointId);
        state.Events.Fired += Tell;
    }

    public Table<WebhookEndpointRow> Endpoints { get; }

    /// <summary>The endpoints of an account, the oldest first.</summary>
    public Index<WebhookEndpointRow> EndpointsByAccount { get; }

    public Table<WebhookDeliveryRow> Deliveries { get; }

    /// <summary>The log of an endpoint, the oldest entry first.</summary>
    public Index<WebhookDeliveryRow> DeliveriesByEndpoint { get; }

    /// <summary>A secret for a new endpoint.</summary>
    public string NewSecret() => "whsec_" + _state.World.Ids.Text("markus.webhook_secret", 32, SecretAlphabet);

    /// <summary>Removes an endpoint, its log, and what waits to be delivered to it.</summary>
    public void Remove(WebhookEndpointRow endpoint)
    {
        foreach (WebhookDeliveryRow delivery in DeliveriesByEndpoint[endpoint.Id].ToList()) Deliveries.Remove(delivery);
        Endpoints.Remove(endpoint);
        _state.World.Webhooks.Drop("markus", endpoint.Id);
    }

    /// <summary>Sends a test event to an endpoint, active or not, and gives the log's entry once the endpoint has answered.</summary>
    public FakeResponse Test(WebhookEndpointRow endpoint, WebhookEventType type, Func<WebhookDeliveryRow, FakeResponse> answer)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string eventId = NewEventId();
        WebhookDeliveryRow delivery = Send(endpoint, eventId, type, Envelope(eventId, type, _state.Now, WebhookSamples.Of(type)), isTest: true, done);
        return FakeResponse.Later(done.Task, () => answer(Deliveries.Find(delivery.Id) ?? throw new MarkusError("SERVER_003")));
    }

    /// <summary>Lets an event happen to every account whose endpoints want it; for test control.</summary>
    /// <exception cref="ArgumentException">There is no such event, or the data is no JSON object.</exception>
    public void Trigger(string eventType, string? dataJson)
    {
        WebhookEventType type = WebhookEventType.Known.FirstOrDefault(known => known.Value == eventType);
        if (type.Value is null) throw new ArgumentException($"Markus has no webhook event '{eventType}'.", nameof(eventType));
        ReadOnlyMemory<byte> data = dataJson is null ? WebhookSamples.Of(type) : Compact(dataJson);
        foreach (string account in Endpoints.Select(static endpoint => endpoint.AccountId).Distinct(StringComparer.Ordinal).ToList())
            Tell(new MarkusEvent(account, type, _state.Now, data));
    }

    // An event is matched when it happens: all its receivers are known now, and share its id and its bytes.
    private void Tell(MarkusEvent happened)
    {
        List<WebhookEndpointRow>? receivers = null;
        foreach (WebhookEndpointRow endpoint in EndpointsByAccount[happened.AccountId])
            if (endpoint.IsActive && endpoint.Wants(happened.Type)) (receivers ??= []).Add(endpoint);
        if (receivers is null) return;
        string eventId = NewEventId();
        ReadOnlyMemory<byte> body = Envelope(eventId, happened.Type, happened.At, happened.Data);
        foreach (WebhookEndpointRow endpoint in receivers) Send(endpoint, eventId, happened.Type, body, isTest: false, done: null);
    }

    private WebhookDeliveryRow Send(WebhookEndpointRow endpoint, string eventId, WebhookEventType type, ReadOnlyMemory<byte> body, bool isTest, TaskCompletionSource? done)
    {
        WebhookDeliveryRow delivery = Deliveries.Add(new WebhookDeliveryRow
        {
            EndpointId = endpoint.Id,
            EventId = eventId,
            EventType = type,
            Status = WebhookDeliveryStatus.Pending,
            IsTest = isTest,
            CreatedAt = _state.Now,
        });
        if (DeliveriesByEndpoint.Count(endpoint.Id) > MostDeliveries) Deliveries.Remove(DeliveriesByEndpoint.First(endpoint.Id)!);
        KeyValuePair<string, string>[] headers =
        [
            new("Content-Type", "application/json"),
            new(WebhookVerifier.SignatureHeader, WebhookVerifier.Sign(body.Span, endpoint.Secret)),
        ];
        _state.World.Webhooks.Send(new OutgoingWebhook("markus", endpoint.Id, eventId, type.Value!, new Uri(endpoint.Url), headers, body, outcome =>
        {
            Complete(delivery, outcome);
            done?.TrySetResult();
        })
        {
            Dropped = done is null ? null : () => done.TrySetResult(),
        });
        return delivery;
    }

    // Deliveries take no virtual time; only a receiver that kept silent cost the ten seconds. So equal runs log equal figures.
    private void Complete(WebhookDeliveryRow sent, WebhookOutcome outcome)
    {
        WebhookDeliveryStatus status = outcome.Succeeded ? WebhookDeliveryStatus.Success : WebhookDeliveryStatus.Failed;
        if (Deliveries.Find(sent.Id) is { } delivery && delivery.EventId == sent.EventId)
        {
            Deliveries.Update(delivery with
            {
                Status = status,
                ResponseStatus = outcome.Status,
                ResponseBody = outcome.Body,
                Error = outcome.Error,
                DurationMs = outcome.Error == "timeout" ? TimeoutMs : 0,
                CompletedAt = sent.CreatedAt,
            });
        }

        if (Endpoints.Find(sent.EndpointId) is { } endpoint) Endpoints.Update(endpoint with { LastDeliveryAt = sent.CreatedAt, LastDeliveryStatus = status });
    }

    private string NewEventId() => "evt_" + _state.World.Ids.Uuid("markus.event");

    private static ReadOnlyMemory<byte> Envelope(string eventId, WebhookEventType type, DateTimeOffset at, ReadOnlyMemory<byte> data)
        => JsonBody.Write((eventId, type, at, data), static (writer, happened) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", happened.eventId);
            writer.WriteString("type", happened.type.Value);
            writer.WriteString("created_at", happened.at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
            writer.WritePropertyName("data");
            writer.WriteRawValue(happened.data.Span, skipInputValidation: true);
            writer.WriteEndObject();
        });

    private static ReadOnlyMemory<byte> Compact(string dataJson)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(dataJson);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return JsonBody.Write(document.RootElement, static (writer, root) => root.WriteTo(writer));
        }
        catch (JsonException e)
        {
            throw new ArgumentException("The data of an event is a JSON object.", nameof(dataJson), e);
        }

        throw new ArgumentException("The data of an event is a JSON object.", nameof(dataJson));
    }
}

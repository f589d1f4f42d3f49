using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The nine webhook events: unsigned, ids only, retried three times (contract section 8).</summary>
internal sealed class ReachkitEvents
{
    private const string RetryJob = "reachkit.webhook";
    private const string SampleId = "0b7b1a52-6a0e-4c7e-9d39-2f1b8d1f6a10";
    private static readonly ImmutableArray<int> RetryMinutes = [1, 5, 30];
    private static readonly KeyValuePair<string, string>[] Headers = [new("Content-Type", "application/json")];

    private readonly World _world;
    private readonly ReachkitState _state;

    public ReachkitEvents(World world, ReachkitState state)
    {
        _world = world;
        _state = state;
        world.Jobs.Handle(RetryJob, job => Send(job.Subject), Explain, of: state.Deliveries);
    }

    /// <summary>The event types.</summary>
    public static ImmutableArray<string> Types { get; } =
    [
        "inbox.disconnected", "campaign.launched", "campaign.paused", "campaign.resumed", "campaign.email_sent",
        "lead.replied", "lead.bounced", "lead.unsubscribed", "unibox.new_message",
    ];

    /// <summary>Sends an event to the subscriptions of a workspace that want it.</summary>
    public void Emit(int workspace, string type, DateTimeOffset at, params ReadOnlySpan<(string Name, string Value)> data)
    {
        Index<SubscriptionRow>.Rows subscriptions = _state.SubscriptionsByWorkspace[ReachkitState.WorkspaceKey(workspace)];
        if (subscriptions.Count > 0) Deliver(subscriptions, type, Body(type, at, Data(data.ToArray())));
    }

    /// <summary>Sends an event to all subscriptions that want it, as if it had happened.</summary>
    public void Trigger(string type, string? dataJson)
    {
        if (!Types.Contains(type)) throw new ArgumentException($"reachkit has no webhook event '{type}'.", nameof(type));
        if (dataJson is not null && !IsObject(dataJson)) throw new ArgumentException("The data is no JSON object.", nameof(dataJson));
        Deliver(_state.Subscriptions, type, Body(type, _world.Clock.Now, dataJson ?? Sample(type)));
    }

    private static bool IsObject(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Sample(string type) => type switch
    {
        "inbox.disconnected" => Data([("inbox_id", SampleId)]),
        "unibox.new_message" => Data([("conversation_id", SampleId), ("inbox_id", SampleId)]),
        "campaign.launched" or "campaign.paused" or "campaign.resumed" => Data([("campaign_id", SampleId)]),
        _ => Data([("campaign_id", SampleId), ("lead_id", SampleId)]),
    };

    private static string Data((string Name, string Value)[] data) => Encoding.UTF8.GetString(JsonBody.Write(data, static (writer, state) =>
    {
        writer.WriteStartObject();
        foreach ((string name, string value) in state) writer.WriteString(name, value);
        writer.WriteEndObject();
    }));

    private static string Body(string type, DateTimeOffset at, string data)
        => Encoding.UTF8.GetString(JsonBody.Write((type, at, data), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("event_type", state.type);
            writer.WritePropertyName("data");
            writer.WriteRawValue(state.data);
            writer.WriteString("timestamp", Rfc3339.Write(state.at));
            writer.WriteEndObject();
        }));

    private void Deliver(IEnumerable<SubscriptionRow> subscriptions, string type, string body)
    {
        foreach (SubscriptionRow subscription in subscriptions)
        {
            if (!subscription.Events.IsEmpty && !subscription.Events.Contains(type)) continue;
            Send(_state.Deliveries.Add(new DeliveryRow { Subscription = subscription.Ordinal, EventType = type, Body = body }).Id);
        }
    }

    private void Send(string id)
    {
        if (_state.Deliveries.Find(id) is not { Succeeded: null } delivery || _state.Subscriptions.At(delivery.Subscription) is not { } subscription) return;
        _world.Webhooks.Send(new OutgoingWebhook(
            "reachkit", subscription.Id, delivery.Id, delivery.EventType, new Uri(subscription.Url), Headers, Encoding.UTF8.GetBytes(delivery.Body), outcome => Complete(id, outcome)));
    }

    private string Explain(Job job)
        => _state.Deliveries.Find(job.Subject) is { Succeeded: null } delivery && _state.Subscriptions.At(delivery.Subscription) is { } subscription
            ? string.Create(CultureInfo.InvariantCulture, $"webhook {delivery.EventType} is sent to {subscription.Url} again after {delivery.Attempts} failed {(delivery.Attempts == 1 ? "attempt" : "attempts")}")
            : "nothing: the webhook was delivered, or its subscription is gone";

    private void Complete(string id, WebhookOutcome outcome)
    {
        if (_state.Deliveries.Find(id) is not { } delivery) return;
        delivery = delivery with { Attempts = delivery.Attempts + 1 };
        if (outcome.Succeeded) delivery = delivery with { Succeeded = true };
        else if (delivery.Attempts > RetryMinutes.Length) delivery = delivery with { Succeeded = false };
        else _world.Jobs.Schedule(_world.Clock.Now.AddMinutes(RetryMinutes[delivery.Attempts - 1]), RetryJob, id);
        _state.Deliveries.Update(delivery);
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>The webhooks of a world: the log, sending again, sending on demand, faults, and a sink with answers of the test's choice.</summary>
internal static class WebhookControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/webhooks/deliveries", "webhooks.deliveries", call => new(List(call, call.Fake.Webhooks.Deliveries))) { Queries = ["since", "endpoint", "type", "limit"] },
        new("DELETE", "/webhooks/deliveries", "webhooks.clear", call => new(Clear(call))),
        new("POST", "/webhooks/deliveries/{number}/resend", "webhooks.resend", ResendAsync),
        new("POST", "/webhooks/trigger", "webhooks.trigger", TriggerAsync),
        new("POST", "/webhooks/inject", "webhooks.inject", call => new(Inject(call))),
        new("POST", "/webhooks/release", "webhooks.release", ReleaseAsync),
        new("GET", "/webhooks/receiver", "webhooks.getReceiver", call => new(Receiver(call))),
        new("PUT", "/webhooks/receiver", "webhooks.receiver", call => new(SetReceiver(call))),
        new("GET", "/webhooks/sink", "sink.list", call => new(List(call, Sink(call).Received))) { Queries = ["since", "endpoint", "type", "limit"] },
        new("PUT", "/webhooks/sink/answers", "sink.answers", call => new(SetAnswers(call))),
        new("DELETE", "/webhooks/sink", "sink.clear", call => new(ClearSink(call))),
    ];

    /// <summary>Writes a delivery.</summary>
    public static void Write(Utf8JsonWriter writer, WebhookAttempt delivery)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", delivery.Number);
        writer.WriteString("at", Rfc3339.WriteExact(delivery.At));
        writer.WriteString("api", delivery.Api);
        writer.WriteString("endpoint", delivery.Endpoint);
        writer.WriteString("eventId", delivery.EventId);
        writer.WriteString("eventType", delivery.EventType);
        writer.WriteString("url", delivery.Url.OriginalString);
        writer.WriteString("receiver", Word(delivery.Receiver));
        writer.WriteString("injected", delivery.Injected);
        if (delivery.Outcome.Status is { } status) writer.WriteNumber("status", status);
        else writer.WriteNull("status");
        writer.WriteString("error", delivery.Outcome.Error);
        writer.WriteNumber("milliseconds", Math.Round(delivery.Outcome.Duration.TotalMilliseconds, 3));
        JournalControl.WriteHeaders(writer, "headers", delivery.Headers);
        writer.WriteString("body", delivery.Text);
        writer.WriteEndObject();
    }

    private static string Word(WebhookReceiver receiver) => receiver switch
    {
        WebhookReceiver.Log => "log",
        WebhookReceiver.Sink => "sink",
        WebhookReceiver.Handler => "handler",
        WebhookReceiver.Url => "url",
        _ => "nobody",
    };

    private static ControlAnswer List(ControlCall call, IReadOnlyList<WebhookAttempt> deliveries)
    {
        long since = call.QueryNumber("since") ?? 0;
        string? endpoint = call.Query("endpoint"), type = call.Query("type");
        int limit = call.Limit();
        List<WebhookAttempt> found = [.. deliveries.Where(one => one.Number > since && (endpoint is null || one.Endpoint == endpoint) && (type is null || Glob.Matches(type, one.EventType)))];
        return ControlAnswer.Json(writer => Write(writer, found.Count, found.Take(limit)));
    }

    private static void Write(Utf8JsonWriter writer, int total, IEnumerable<WebhookAttempt> deliveries)
    {
        writer.WriteStartObject();
        writer.WriteNumber("total", total);
        writer.WriteStartArray("deliveries");
        foreach (WebhookAttempt delivery in deliveries) Write(writer, delivery);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ControlAnswer Clear(ControlCall call)
    {
        call.Fake.Webhooks.Clear();
        return ControlAnswer.Done;
    }

    private static async ValueTask<ControlAnswer> ResendAsync(ControlCall call)
    {
        long number = call.PathNumber("number");
        WebhookAttempt delivery = call.Fake.Webhooks.Deliveries.FirstOrDefault(one => one.Number == number) ?? throw ControlProblem.NotFound($"There is no delivery {number}.");
        WebhookAttempt again = await call.Fake.Webhooks.ResendAsync(delivery, call.Cancelled).ConfigureAwait(false);
        return ControlAnswer.Json(writer => Write(writer, again));
    }

    private static async ValueTask<ControlAnswer> TriggerAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string api = body.Word("api", ContractDocument.Apis) ?? throw body.Bad("api", "is missing");
        string type = body.NeedText("type");
        string? data = body.Object("data")?.Element.GetRawText();
        body.End();
        try
        {
            IReadOnlyList<WebhookAttempt> sent = await call.Fake.Webhooks.TriggerAsync(api, type, data, call.Cancelled).ConfigureAwait(false);
            return ControlAnswer.Json(writer => Write(writer, sent.Count, sent));
        }
        catch (ArgumentException e)
        {
            throw new BadDocumentException($"type: {e.Message.Split(" (Parameter", 2)[0]}");
        }
    }

    private static ControlAnswer Inject(ControlCall call)
    {
        StrictObject body = call.Body();
        string kind = body.Word("kind", "fail", "duplicate", "reorder", "corruptSignature") ?? throw body.Bad("kind", "is missing");
        bool broken = kind == "fail" && body.IsGiven("status") && !body.Has("status");
        int? status = kind == "fail" ? broken ? null : (int)(body.Whole("status", 100, 599) ?? 500) : null;
        int times = (int)(body.Whole("times", 1, 1000) ?? 1);
        string? endpoint = body.Text("endpoint");
        body.End();
        WebhookFault fault = kind switch
        {
            "fail" => WebhookFault.Fail(status),
            "duplicate" => WebhookFault.Duplicate,
            "reorder" => WebhookFault.Reorder,
            _ => WebhookFault.CorruptSignature,
        };
        call.Fake.Webhooks.Inject(fault, times, endpoint);
        return ControlAnswer.Done;
    }

    private static async ValueTask<ControlAnswer> ReleaseAsync(ControlCall call)
    {
        await call.Fake.Webhooks.ReleaseAsync(call.Cancelled).ConfigureAwait(false);
        return ControlAnswer.Done;
    }

    private static ControlAnswer Receiver(ControlCall call) => ControlAnswer.Json(writer =>
    {
        WebhookHub webhooks = call.Fake.Webhooks;
        writer.WriteStartObject();
        writer.WriteString("kind", webhooks.Receiver switch { WebhookReceiver.Sink => "sink", WebhookReceiver.Handler => "handler", _ => "urls" });
        writer.WriteBoolean("captureOtherHosts", webhooks.CaptureOtherHosts);
        writer.WriteNumber("held", webhooks.Held);
        writer.WriteEndObject();
    });

    private static ControlAnswer SetReceiver(ControlCall call)
    {
        StrictObject body = call.Body();
        string kind = body.Word("kind", "sink", "urls") ?? throw body.Bad("kind", "is missing");
        bool? others = body.Flag("captureOtherHosts");
        body.End();
        if (kind == "sink") call.World.Sink = call.Fake.Webhooks.Capture();
        else
        {
            call.World.Sink = null;
            call.Fake.Webhooks.DeliverToUrls();
        }

        if (others is { } capture) call.Fake.Webhooks.CaptureOtherHosts = capture;
        return ControlAnswer.Done;
    }

    private static ControlAnswer SetAnswers(ControlCall call)
    {
        StrictObject body = call.Body();
        long? always = body.Whole("always", 100, 599);
        List<(int Status, int Times)> next = [];
        foreach (StrictObject answer in body.Objects("next") ?? [])
        {
            next.Add(((int)(answer.Whole("status", 100, 599) ?? throw answer.Bad("status", "is missing")), (int)(answer.Whole("times", 1, 10_000) ?? 1)));
            answer.End();
        }

        body.End();
        WebhookSink sink = Sink(call);
        if (always is { } status) sink.AnswerAlways((int)status);
        foreach ((int one, int times) in next) sink.AnswerNext(one, times);
        return ControlAnswer.Done;
    }

    private static ControlAnswer ClearSink(ControlCall call)
    {
        Sink(call).Clear();
        return ControlAnswer.Done;
    }

    private static WebhookSink Sink(ControlCall call)
        => call.World.Sink ?? throw new ControlProblem(StatusCodes.Status409Conflict, "No sink", "The world's webhooks do not go to the sink; PUT /_fake/v1/webhooks/receiver {\"kind\": \"sink\"} first.");
}

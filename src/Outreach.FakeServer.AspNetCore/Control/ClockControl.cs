namespace Outreach.FakeServer;

/// <summary>The clock of a world.</summary>
internal static class ClockControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/clock", "clock.get", call => new(Answer(call))),
        new("GET", "/clock/pending", "clock.pending", call => new(Pending(call))) { Queries = ["limit"] },
        new("POST", "/clock/advance", "clock.advance", AdvanceAsync),
        new("POST", "/clock/settle", "clock.settle", SettleAsync),
    ];

    private static ControlAnswer Answer(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("now", Rfc3339.WriteExact(call.Fake.Clock.Now));
        writer.WriteString("mode", ControlText.Mode(call.Fake.Clock.Mode));
        writer.WriteNumber("speed", call.Fake.Options.Speed);
        writer.WriteEndObject();
    });

    private static ControlAnswer Pending(ControlCall call)
    {
        int limit = call.Limit();
        IReadOnlyList<PendingEvent> pending = call.Fake.Clock.Pending;
        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", pending.Count);
            writer.WriteStartArray("pending");
            foreach (PendingEvent one in pending.Take(limit))
            {
                writer.WriteStartObject();
                writer.WriteString("due", Rfc3339.WriteExact(one.Due));
                writer.WriteString("kind", one.Kind);
                writer.WriteString("subject", one.Subject);
                writer.WriteString("reason", one.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static async ValueTask<ControlAnswer> AdvanceAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        TimeSpan? span = body.Milliseconds("milliseconds");
        DateTimeOffset? to = body.Time("to");
        bool? next = body.Flag("next");
        body.End();
        if ((span is null ? 0 : 1) + (to is null ? 0 : 1) + (next is true ? 1 : 0) != 1) throw new BadDocumentException("Exactly one of milliseconds, to and \"next\": true says how far.");
        if (span is { } length)
        {
            if (length > DateTimeOffset.MaxValue - call.Fake.Clock.Now) throw body.Bad("milliseconds", "leads beyond the year 9999");
            await call.Fake.Clock.AdvanceAsync(length, call.Cancelled).ConfigureAwait(false);
        }
        else if (to is { } instant) await call.Fake.Clock.AdvanceToAsync(instant, call.Cancelled).ConfigureAwait(false);
        else await call.Fake.Clock.AdvanceToNextAsync(call.Cancelled).ConfigureAwait(false);
        return Answer(call);
    }

    private static async ValueTask<ControlAnswer> SettleAsync(ControlCall call)
    {
        await call.Fake.SettleAsync(call.Cancelled).ConfigureAwait(false);
        return Answer(call);
    }
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>Snapshots of a world: take, restore, fork.</summary>
internal static class SnapshotControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/snapshots", "snapshots.list", call => new(List(call))),
        new("POST", "/snapshots", "snapshots.take", call => new(Take(call))),
        new("POST", "/snapshots/{name}/restore", "snapshots.restore", call => new(Restore(call))),
        new("POST", "/snapshots/{name}/fork", "snapshots.fork", call => new(Fork(call))),
        new("DELETE", "/snapshots/{name}", "snapshots.drop", call => new(Drop(call))),
    ];

    private static void Write(Utf8JsonWriter writer, TakenSnapshot taken)
    {
        writer.WriteStartObject();
        writer.WriteString("name", taken.Name);
        writer.WriteString("takenAt", Rfc3339.WriteExact(taken.At));
        writer.WriteEndObject();
    }

    private static ControlAnswer List(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("snapshots");
        lock (call.World.Snapshots)
            foreach (TakenSnapshot taken in call.World.Snapshots.Values.OrderBy(taken => taken.Number)) Write(writer, taken);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static ControlAnswer Take(ControlCall call)
    {
        StrictObject body = call.Body();
        string? name = body.Text("name");
        body.End();
        lock (call.World.Snapshots)
        {
            int number = call.World.NextSnapshot();
            name ??= string.Create(CultureInfo.InvariantCulture, $"snapshot-{number}");
            if (name.Length is 0 or > 64 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))) throw body.Bad("name", "is not 1 to 64 letters, digits, dots, dashes and underscores");
            if (!call.World.Snapshots.ContainsKey(name) && call.World.Snapshots.Count >= call.Api.Options.MaxSnapshots)
                throw new ControlProblem(StatusCodes.Status429TooManyRequests, "Too many snapshots", $"The world has {call.Api.Options.MaxSnapshots} snapshots already, as many as there may be; drop one first.");
            TakenSnapshot taken = new(name, number, call.Fake.Clock.Now, call.Fake.Snapshot());
            call.World.Snapshots[name] = taken;
            return ControlAnswer.Json(writer => Write(writer, taken), StatusCodes.Status201Created);
        }
    }

    private static ControlAnswer Restore(ControlCall call)
    {
        call.Fake.Restore(Find(call).Snapshot);
        return ControlAnswer.Json(writer => WorldControl.Write(writer, call.World));
    }

    private static ControlAnswer Fork(ControlCall call)
    {
        StrictObject body = call.Body();
        string? name = WorldControl.Name(body, "world");
        body.End();
        TakenSnapshot taken = Find(call);
        OutreachFake fork = call.Fake.Fork();
        fork.Restore(taken.Snapshot);
        FakeWorld world = WorldControl.Add(call, fork, name, null);
        return ControlAnswer.Json(writer => WorldControl.Write(writer, world), StatusCodes.Status201Created);
    }

    private static ControlAnswer Drop(ControlCall call)
    {
        lock (call.World.Snapshots) call.World.Snapshots.Remove(Find(call).Name);
        return ControlAnswer.Done;
    }

    private static TakenSnapshot Find(ControlCall call)
    {
        lock (call.World.Snapshots)
            return call.World.Snapshots.GetValueOrDefault(call.Path("name")) ?? throw ControlProblem.NotFound($"The world has no snapshot '{call.Path("name")}'.");
    }
}

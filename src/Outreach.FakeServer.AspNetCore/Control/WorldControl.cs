using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>Worlds: list, make, drop.</summary>
internal static class WorldControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/worlds", "worlds.list", call => new(List(call))),
        new("POST", "/worlds", "worlds.create", CreateAsync),
        new("GET", "/worlds/{world}", "worlds.get", call => new(Get(call))),
        new("DELETE", "/worlds/{world}", "worlds.drop", DropAsync),
    ];

    /// <summary>Writes a world as the control API shows it.</summary>
    public static void Write(Utf8JsonWriter writer, FakeWorld world)
    {
        FakeOptions options = world.Fake.Options;
        writer.WriteStartObject();
        writer.WriteString("name", world.Name);
        writer.WriteNumber("seed", options.Seed);
        writer.WriteString("now", Rfc3339.WriteExact(world.Fake.Clock.Now));
        writer.WriteString("clockMode", ControlText.Mode(world.Fake.Clock.Mode));
        writer.WriteBoolean("rateLimits", options.RateLimits);
        writer.WriteBoolean("acceptAnyKey", options.AcceptAnyKey);
        WriteFailOn(writer, options.FailOn);
        writer.WriteNumber("requests", world.Fake.Journal.Total);
        if (world.Idle == Timeout.InfiniteTimeSpan) writer.WriteNull("idleSeconds");
        else writer.WriteNumber("idleSeconds", (long)world.Idle.TotalSeconds);
        writer.WriteEndObject();
    }

    /// <summary>Writes what makes a world fail.</summary>
    public static void WriteFailOn(Utf8JsonWriter writer, FailOn failOn)
    {
        writer.WriteStartArray("failOn");
        foreach ((string word, FailOn flag) in ControlText.FailOnWords)
            if (failOn.HasFlag(flag)) writer.WriteStringValue(word);
        writer.WriteEndArray();
    }

    /// <summary>Refuses a name that no world can have.</summary>
    public static string? Name(StrictObject body, string member)
        => body.Text(member) is not { } name || FakeWorlds.IsName(name) ? body.Text(member) : throw body.Bad(member, "is not 1 to 64 letters, digits, dots, dashes and underscores");

    /// <summary>Adds a world, and answers with the reason when that cannot be.</summary>
    public static FakeWorld Add(ControlCall call, OutreachFake fake, string? name, TimeSpan? idle)
    {
        try
        {
            return call.Api.Worlds.Add(fake, name, idle);
        }
        catch (InvalidOperationException e)
        {
            throw new ControlProblem(StatusCodes.Status429TooManyRequests, "Too many worlds", e.Message);
        }
        catch (ArgumentException e)
        {
            throw new ControlProblem(StatusCodes.Status409Conflict, "No such name to be had", e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static ControlAnswer List(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("worlds");
        foreach (FakeWorld world in call.Api.Worlds.All) Write(writer, world);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static async ValueTask<ControlAnswer> CreateAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string? name = Name(body, "name");
        FakeOptions basis = call.Api.Worlds.Default.Fake.Options;
        string? mode = body.Word("clockMode", "manual", "autoAdvance", "realTime");
        FakeOptions options = basis with
        {
            Start = body.Time("start") ?? basis.Start,
            RateLimits = body.Flag("rateLimits") ?? basis.RateLimits,
            AcceptAnyKey = body.Flag("acceptAnyKey") ?? basis.AcceptAnyKey,
            MailmarkSourceQuirks = body.Flag("mailmarkSourceQuirks") ?? basis.MailmarkSourceQuirks,
            MailmarkLinkAddress = body.Address("mailmarkLinkAddress") ?? basis.MailmarkLinkAddress,
            FailOn = ReadFailOn(body) ?? basis.FailOn,
            JournalCapacity = (int?)body.Whole("journalCapacity", 0, 1_000_000) ?? basis.JournalCapacity,
            Speed = body.Number("speed", 0.001, 1e6) ?? basis.Speed,
            ClockMode = mode switch { "manual" => ClockMode.Manual, "autoAdvance" => ClockMode.AutoAdvance, "realTime" => ClockMode.RealTime, _ => basis.ClockMode },
            RealTime = TimeProvider.System,
        };
        long? seed = body.Whole("seed", 0);
        long? idle = body.Whole("idleSeconds", 1, 30 * 86400);
        body.End();
        options = options with { Seed = seed is { } given ? (ulong)given : call.Api.Worlds.NextSeed() };
        OutreachFake fake = await StartAsync(options, call.Cancelled).ConfigureAwait(false);
        FakeWorld world = Add(call, fake, name, idle is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        return ControlAnswer.Json(writer => Write(writer, world), StatusCodes.Status201Created);
    }

    private static FailOn? ReadFailOn(StrictObject body)
    {
        if (body.Texts("failOn") is not { } words) return null;
        FailOn failOn = FailOn.Nothing;
        for (int i = 0; i < words.Count; i++)
        {
            FailOn flag = ControlText.FailOnWords.FirstOrDefault(one => one.Word == words[i]).Flag;
            if (flag == FailOn.Nothing) throw new BadDocumentException($"failOn[{i}]: '{words[i]}' is none of {string.Join(", ", ControlText.FailOnWords.Select(one => one.Word))}.");
            failOn |= flag;
        }

        return failOn;
    }

    private static async Task<OutreachFake> StartAsync(FakeOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await OutreachFake.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            string message = e.Message.Split(" (Parameter", 2)[0];
            throw new BadDocumentException(char.ToLowerInvariant(message[0]) + message[1..]);
        }
    }

    private static ControlAnswer Get(ControlCall call)
    {
        FakeWorld world = call.Api.Worlds.Find(call.Path("world")) ?? throw ControlProblem.NotFound($"There is no world '{call.Path("world")}'.");
        return ControlAnswer.Json(writer => Write(writer, world));
    }

    private static async ValueTask<ControlAnswer> DropAsync(ControlCall call)
    {
        string name = call.Path("world");
        if (name == FakeWorlds.DefaultName) throw new ControlProblem(StatusCodes.Status409Conflict, "Default world", "The default world stays; restore a snapshot of it to start afresh.");
        if (call.Api.Worlds.Find(name) is not { } world || !call.Api.Worlds.Drop(name)) throw ControlProblem.NotFound($"There is no world '{name}'.");
        try
        {
            await world.Fake.DisposeAsync().ConfigureAwait(false);
            return ControlAnswer.Done;
        }
        catch (FakeAssertionException e)
        {
            throw new ControlProblem(StatusCodes.Status409Conflict, "Dropped with failures", e.Message);
        }
    }
}

using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>What a world was told to fail on and happened.</summary>
internal static class FailureControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/failures", "failures.list", ListAsync),
        new("DELETE", "/failures", "failures.clear", call => new(Clear(call))),
    ];

    private static async ValueTask<ControlAnswer> ListAsync(ControlCall call)
    {
        Failures found = await call.Fake.FailuresAsync(call.Cancelled).ConfigureAwait(false);
        return ControlAnswer.Json(writer => Write(writer, call, found));
    }

    private static void Write(Utf8JsonWriter writer, ControlCall call, Failures found)
    {
        writer.WriteStartObject();
        WorldControl.WriteFailOn(writer, call.Fake.Options.FailOn);
        writer.WriteNumber("total", found.Found.Count + found.More);
        writer.WriteStartArray("failures");
        foreach (Failure failure in found.Found)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", ControlText.FailOnWords.First(one => one.Flag == failure.Kind).Word);
            writer.WriteString("text", failure.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();

        // The record is in the host's hands until the world goes; a file on its disk would be of no use to a caller elsewhere.
        writer.WriteString("repro", found.IsEmpty ? null : $"outreach-fake journal record --url {call.Context.Request.Scheme}://{call.Context.Request.Host}{(call.World == call.Api.Worlds.Default ? "" : $" --world {call.World.Name}")} > run.json && outreach-fake replay run.json");
        writer.WriteEndObject();
    }

    private static ControlAnswer Clear(ControlCall call)
    {
        call.Fake.ForgetFailures();
        return ControlAnswer.Done;
    }
}

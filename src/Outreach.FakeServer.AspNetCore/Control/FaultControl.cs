using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>The faults of a world.</summary>
internal static class FaultControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/faults", "faults.list", call => new(List(call))),
        new("POST", "/faults", "faults.arm", call => new(Arm(call))),
        new("DELETE", "/faults", "faults.clear", call => new(Clear(call))),
        new("GET", "/faults/{number}", "faults.get", call => new(ControlAnswer.Json(writer => Write(writer, Find(call))))),
        new("DELETE", "/faults/{number}", "faults.disarm", call => new(Disarm(call))),
    ];

    private static void Write(Utf8JsonWriter writer, ArmedFault armed)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", armed.Number);
        FaultJson.WriteMembers(writer, armed.Fault);
        writer.WriteString("description", armed.Effect.Description);
        writer.WriteNumber("seen", armed.Seen);
        writer.WriteNumber("hits", armed.Hits);
        writer.WriteBoolean("spent", armed.IsSpent);
        writer.WriteEndObject();
    }

    private static ControlAnswer List(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("faults");
        foreach (ArmedFault armed in call.Fake.Faults.Armed) Write(writer, armed);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static ControlAnswer Arm(ControlCall call)
    {
        StrictObject body = call.Body();
        Fault fault = FaultJson.Read(body);
        if (call.Fake.Faults.Problem(fault) is (var member, var reason)) throw body.Bad(member, reason);
        ArmedFault armed = call.Fake.Faults.Add(fault);
        return ControlAnswer.Json(writer => Write(writer, armed), StatusCodes.Status201Created);
    }

    private static ControlAnswer Clear(ControlCall call)
    {
        call.Fake.Faults.Clear();
        return ControlAnswer.Done;
    }

    private static ControlAnswer Disarm(ControlCall call)
    {
        Find(call).Disarm();
        return ControlAnswer.Done;
    }

    private static ArmedFault Find(ControlCall call)
        => call.Fake.Faults.Find(call.PathNumber("number")) ?? throw ControlProblem.NotFound($"There is no fault {call.Path("number")}.");
}

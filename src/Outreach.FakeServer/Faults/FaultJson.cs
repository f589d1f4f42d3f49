using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Faults as JSON, for the control API and for the record of a run.</summary>
internal static class FaultJson
{
    /// <summary>The kinds of effects.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["error", "status", "throttle", "delay", "refuse", "drop", "commitThenDrop", "cutBody", "garbage", "contentType", "patch"];

    /// <summary>Reads a fault.</summary>
    /// <exception cref="BadDocumentException">A member is missing, unknown or out of bounds.</exception>
    public static Fault Read(StrictObject fault)
    {
        bool forever = fault.IsGiven("times") && !fault.Has("times");
        Fault read = new()
        {
            Operation = fault.Text("operation") ?? "*",
            Key = fault.Text("key"),
            Path = fault.Text("path"),
            Skip = (int)(fault.Whole("skip", 0, int.MaxValue) ?? 0),
            Times = forever ? null : (int)(fault.Whole("times", 1, int.MaxValue) ?? 1),
            From = fault.Time("from"),
            Until = fault.Time("until"),
            Probability = fault.Number("probability", 0, 1) ?? 1,
            Effect = ReadEffect(fault.Object("effect") ?? throw fault.Bad("effect", "is missing")),
        };
        fault.End();
        return read;
    }

    /// <summary>Writes a fault's members into an object that is begun.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Fault fault)
    {
        writer.WriteString("operation", fault.Operation);
        if (fault.Key is not null) writer.WriteString("key", fault.Key);
        if (fault.Path is not null) writer.WriteString("path", fault.Path);
        writer.WriteNumber("skip", fault.Skip);
        if (fault.Times is { } times) writer.WriteNumber("times", times);
        else writer.WriteNull("times");
        if (fault.From is { } from) writer.WriteString("from", Rfc3339.WriteExact(from));
        if (fault.Until is { } until) writer.WriteString("until", Rfc3339.WriteExact(until));
        writer.WriteNumber("probability", fault.Probability);
        writer.WriteStartObject("effect");
        fault.Effect.Write(writer);
        writer.WriteEndObject();
    }

    private static FaultEffect ReadEffect(StrictObject effect)
    {
        string kind = effect.Word("kind", Kinds) ?? throw effect.Bad("kind", "is missing");
        TimeSpan? retryAfter = kind is "error" or "status" or "throttle" && effect.Number("retryAfterSeconds", 0, FaultEffect.MostSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        FaultEffect read = Made(effect, () => kind switch
        {
            "error" => FaultEffect.Error(effect.NeedText("code"), retryAfter),
            "status" => FaultEffect.Status((int)(effect.Whole("status", 200, 599) ?? throw effect.Bad("status", "is missing")), retryAfter, effect.Text("body"), effect.Text("contentType") ?? "text/plain"),
            "throttle" => FaultEffect.Throttle(retryAfter),
            "delay" => FaultEffect.Delay(effect.Milliseconds("milliseconds") ?? throw effect.Bad("milliseconds", "is missing")),
            "refuse" => FaultEffect.Refuse(),
            "drop" => FaultEffect.Drop(),
            "commitThenDrop" => FaultEffect.CommitThenDrop(),
            "cutBody" => FaultEffect.CutBody(),
            "garbage" => FaultEffect.Garbage(),
            "contentType" => FaultEffect.ContentType(effect.NeedText("contentType")),
            _ => ReadPatch(effect),
        });
        effect.End();
        return read;
    }

    // The names of the parameters are those of the members.
    private static FaultEffect Made(StrictObject effect, Func<FaultEffect> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw effect.Bad(e.ParamName ?? "kind", e.Message.Split(" (Parameter", 2)[0].TrimEnd('.'));
        }
    }

    private static FaultEffect ReadPatch(StrictObject effect)
    {
        try
        {
            return FaultEffect.Patch(effect.NeedText("member"), effect.IsGiven("value") ? effect.Element.GetProperty("value").GetRawText() : null);
        }
        catch (ArgumentException e)
        {
            throw effect.Bad(e.ParamName == "member" ? "member" : "value", e.Message.Split(" (Parameter", 2)[0].TrimEnd('.'));
        }
    }
}

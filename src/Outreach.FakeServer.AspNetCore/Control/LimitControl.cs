namespace Outreach.FakeServer;

/// <summary>The rate limits of a world.</summary>
internal static class LimitControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/limits", "limits.get", call => new(Answer(call))),
        new("PUT", "/limits", "limits.set", call => new(Set(call))),
    ];

    private static ControlAnswer Answer(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("enforced", call.Fake.Options.RateLimits);
        writer.WriteEndObject();
    });

    private static ControlAnswer Set(ControlCall call)
    {
        StrictObject body = call.Body();
        bool enforced = body.Flag("enforced") ?? throw body.Bad("enforced", "is missing");
        body.End();
        World world = call.Fake.World;
        lock (world.Gate) world.Options = world.Options with { RateLimits = enforced };
        return Answer(call);
    }
}

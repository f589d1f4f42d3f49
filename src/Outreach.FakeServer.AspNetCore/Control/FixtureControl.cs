using System.Text;

namespace Outreach.FakeServer;

/// <summary>What tests begin with.</summary>
internal static class FixtureControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("POST", "/fixtures", "fixtures.load", call => new(Load(call))),
    ];

    private static ControlAnswer Load(ControlCall call)
        => ControlAnswer.Bytes(Encoding.UTF8.GetBytes(call.Fake.LoadFixtures(Encoding.UTF8.GetString(call.Bytes.Span))), "application/json");
}

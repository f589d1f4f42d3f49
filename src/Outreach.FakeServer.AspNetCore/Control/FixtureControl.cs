using System.Text;

namespace Outreach.FakeServer;

/// <summary>What tests begin with.</summary>
internal static class FixtureControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("POST", "/fixtures", "fixtures.load", call => new(Load(call))),
        new("POST", "/mailmark/fixtures", "fixtures.loadMailmark", call => new(LoadMailmark(call))) { Queries = ["add"] },
    ];

    private static ControlAnswer Load(ControlCall call)
        => ControlAnswer.Bytes(Encoding.UTF8.GetBytes(call.Fake.LoadFixtures(Encoding.UTF8.GetString(call.Bytes.Span))), "application/json");

    // The document of contracts/mailmark.fixtures.md, which replaces all of Mailmark in the world unless it is to be added.
    private static ControlAnswer LoadMailmark(ControlCall call)
    {
        if (call.Bytes.IsEmpty) throw new BadDocumentException("The body is missing; {} stands for a Mailmark that begins with nothing.");
        StrictObject document = call.Body();
        bool adds = call.QueryFlag("add") ?? false;
        World world = call.Fake.World;
        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("ids");
            lock (world.Gate)
            {
                MailmarkSection.Load(call.Fake, document, writer, adds);
                world.Recorder.Forget();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}

using System.Text.Json;

namespace Outreach.FakeServer.Tests.Mailmark;

public class StateTests
{
    private static readonly string[] Paths =
    [
        "v1/mailboxes", "v1/sender-groups", "v1/contacts", "v1/sequences", "v1/emails", "v1/emails?folder=sent", "v1/emails?folder=outbox",
        "v1/domain-health", "v1/warmup", "v1/bounces", "v1/suppressions", "v1/campaign-stats",
    ];

    [Fact]
    public async Task Everything_survives_the_state_file_and_goes_on()
    {
        await using MailmarkWorld first = await MailmarkWorld.StartAsync();
        await using MailmarkWorld second = await MailmarkWorld.StartAsync();
        first.Control.Add(new()
        {
            SenderGroups = [new() { Domain = "acme.dev", Name = "g", Emails = ["a@b.c"] }],
            Contacts = [new() { Email = "a@b.c", Name = "n" }],
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep { Subject = "{{n}}" }, new Sdk.Mailmark.DelayStep { DelayMs = 60000 }, new Sdk.Mailmark.SendEmailStep()] }],
            Enrollments = [new() { Sequence = "s", ContactEmail = "q@b.example", MergeFields = new Dictionary<string, Sdk.JsonScalar> { ["n"] = "N" }, NextStepAt = first.Fake.Clock.Now.AddMinutes(1) }],
            Unsubscribes = [new() { Domain = "acme.dev", Email = "z@b.c" }],
            WarmingSchedules = [new() { Domain = "acme.dev", DailyLimit = 100 }],
            WarmupMailboxes = [new() { Mailbox = "sales@acme.dev" }],
            Transport = new() { Reject = new Dictionary<string, string> { ["no@b.example"] = "no" } },
        });
        await first.MailAsync("a+open+click+reply@b.example", "campaign", "<a href=\"https://x.example\">x</a>");
        await first.PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":["a@b.example"],"subject":"s","text":"t","scheduledAt":{{first.Now + 60000}}}""");
        await first.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));

        foreach ((IStatePart from, IStatePart to) in first.Fake.World.Parts.Zip(second.Fake.World.Parts))
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream)) from.Write(writer);
            using JsonDocument document = JsonDocument.Parse(stream.ToArray());
            to.Read(document.RootElement);
        }

        await CompareAsync(first, second);
        await first.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        await second.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        await CompareAsync(first, second);
        second.Fake.Outbox.Should().HaveCount(4);
        (await second.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["no@b.example"],"subject":"s","text":"t"}""")).ShouldBe(500, "no");
    }

    [Fact]
    public async Task Equal_calls_give_equal_bytes()
    {
        await using MailmarkWorld first = await MailmarkWorld.StartAsync();
        await using MailmarkWorld second = await MailmarkWorld.StartAsync();

        foreach (MailmarkWorld world in new[] { first, second })
        {
            await world.MailAsync("a+open@b.example,c@d.example", "campaign");
            await world.PostAsync("v1/mailboxes", """{"address":"third"}""");
            await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        }

        await CompareAsync(first, second);
        first.Fake.Outbox.Select(mail => mail.Html).Should().Equal(second.Fake.Outbox.Select(mail => mail.Html));
    }

    private static async Task CompareAsync(MailmarkWorld first, MailmarkWorld second)
    {
        foreach (string path in Paths) (await second.GetAsync(path)).Body.Should().Be((await first.GetAsync(path)).Body, path);
    }
}

using System.Text.Json;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class StateTests
{
    [Fact]
    public async Task Everything_survives_the_state_file_and_goes_on()
    {
        await using ReachkitApi first = await ReachkitApi.StartAsync();
        await using ReachkitApi second = await ReachkitApi.StartAsync();
        string inbox = first.Control.AddInbox(new() { Email = "a@x.io", IsWarming = true, Signature = "<b>A</b>" });
        string campaign = await first.Ready(10, inbox, first.Control.AddInbox("b@x.io"));
        await first.AddStep(campaign, 1);
        await first.Patch($"campaigns/{campaign}/schedule", """{"timezone":"Asia/Kolkata","days":{"sunday":{"enabled":true,"start":"10:00"}}}""");
        first.Control.Workspace.DeclareProvider("acme.io", LeadProvider.Zoho);
        first.Control.Workspace.Settings = new() { HealthThreshold = 10 };
        first.Control.Workspace.AddWebhook("https://hooks.example/x", "lead.replied");
        for (int i = 0; i < 25; i++) await first.Lead(campaign, i % 5 == 0 ? $"l{i}+reply@a{i}.io" : $"l{i}@acme.io", $$""","variables":{"n":{{i}},"x":null}""");
        await first.Post("blocklist", """{"email":"l7@acme.io"}""");
        await first.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await first.Advance(22);
        first.Control.Receive(new() { InboxId = inbox, From = "who@else.io", Attachments = [new("a.txt", "text/plain", [1, 2, 3])] });
        first.Control.Receive(new() { InboxId = inbox, From = "later@else.io", At = first.Fake.Clock.Now.AddHours(1) });

        foreach ((IStatePart from, IStatePart to) in first.Fake.World.Parts.Zip(second.Fake.World.Parts))
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream)) from.Write(writer);
            using JsonDocument document = JsonDocument.Parse(stream.ToArray());
            to.Read(document.RootElement);
        }

        await Compare();
        await first.Advance(24 * 7);
        await second.Advance(24 * 7);
        await Compare();
        first.Fake.Outbox.Count.Should().BeGreaterThan(40);

        async Task Compare()
        {
            foreach (string path in (string[])["campaigns", $"campaigns/{campaign}", $"campaigns/{campaign}/leads", $"campaigns/{campaign}/sequences", "inboxes", $"inboxes/{inbox}", $"inboxes/{inbox}/warmup/stats", "blocklist", "unibox/conversations?page_size=100"])
                (await second.Get(path)).Body.GetRawText().Should().Be((await first.Get(path)).Body.GetRawText());
            second.Fake.Outbox.Select(mail => $"{mail.SentAt:O} {mail.MessageId} {mail.To} {mail.Html}").Should().Equal(first.Fake.Outbox.Select(mail => $"{mail.SentAt:O} {mail.MessageId} {mail.To} {mail.Html}"));
        }
    }

    [Fact]
    public async Task Any_key_opens_a_workspace_of_its_own_when_the_world_says_so()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { AcceptAnyKey = true, ClockMode = ClockMode.Manual });
        await using ReachkitApi api = ReachkitApi.Of(fake);
        await api.Campaign();
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", "anything-goes");
        (await api.Get("campaigns")).Ids.Should().BeEmpty();
        (await api.Get("inboxes")).Ids.Should().HaveCount(2);
        await api.Campaign();
        (await api.Get("campaigns")).Ids.Should().ContainSingle();
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", fake.Reachkit.ApiKey);
        (await api.Get("campaigns")).Ids.Should().ContainSingle();
        api.Http.DefaultRequestHeaders.Authorization = null;
        (await api.Get("campaigns")).ShouldFail(401, "unauthorized");
    }

    [Fact]
    public async Task No_part_of_the_state_holds_a_key()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { AcceptAnyKey = true, ClockMode = ClockMode.Manual });
        await using ReachkitApi api = ReachkitApi.Of(fake);
        string second = fake.Reachkit.AddWorkspace().ApiKey;
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", "a-key-of-a-caller");
        await api.Campaign();

        foreach (IStatePart part in fake.World.Parts)
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream)) part.Write(writer);
            string text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
            foreach (string key in (string[])["a-key-of-a-caller", fake.Reachkit.ApiKey, second]) text.Should().NotContain(key, part.Name);
        }
    }

    [Fact]
    public async Task A_revoked_key_stays_closed_even_where_any_key_opens()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { AcceptAnyKey = true, ClockMode = ClockMode.Manual });
        await using ReachkitApi api = ReachkitApi.Of(fake);
        string first = fake.Reachkit.ApiKey;
        string second = fake.Reachkit.Workspace.AddKey();
        fake.Reachkit.ApiKey.Should().Be(second);

        fake.Reachkit.Workspace.RevokeKey(second);

        fake.Reachkit.ApiKey.Should().Be(first);
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", second);
        (await api.Get("campaigns")).ShouldFail(401, "unauthorized");
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", first);
        (await api.Get("campaigns")).ShouldBe(200);
    }

    [Fact]
    public async Task Ten_megabytes_of_body_are_taken_or_refused_as_any_other()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}/variants/{await api.Variant(campaign)}";
        string text = new('x', 10_000_000);
        (await api.Patch(path, $$"""{"body_html":"{{text}}"}""")).ShouldBe(200).Text("body_text").Should().HaveLength(10_000_000);
        (await api.Patch(path, $$"""{"body_html":"{{text + "{" + "{"}}"}""")).ShouldBe(422).Error.Should().Be("unbalanced_braces");
        (await api.Post("campaigns", $$"""{"name":"{{text}}"}""")).ShouldFail(422, "validation_failed", "name: should be at most 150 character(s)");
        (await api.Patch($"campaigns/{campaign}", """{"daily_limit":3000000000}""")).ShouldFail(422, "validation_failed", "daily_limit: is invalid");
    }
}

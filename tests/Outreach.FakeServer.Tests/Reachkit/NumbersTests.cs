using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class NumbersTests
{
    [Fact]
    public async Task The_numbers_of_a_campaign_count_what_happened()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", DailyCampaignLimit = 100 });
        string campaign = await api.Ready(100, inbox);
        string path = $"campaigns/{campaign}";
        string step = (await api.Get($"{path}/sequences")).Ids[0];
        await api.Post($"{path}/sequences/{step}/variants", """{"subject":"B"}""");
        await api.AddStep(campaign, 1);
        List<string> leads = [];
        for (int i = 0; i < 6; i++) leads.Add(await api.Lead(campaign, $"l{i}@a{i}.io"));
        await api.Patch(path, """{"status":"active"}""");
        await api.AdvanceMinutes(30);
        api.Control.Receive(new() { InboxId = inbox, From = "l0@a0.io", Text = "sounds good" });
        api.Control.Bounce(api.Fake.Outbox[1]);
        await api.Advance(24);
        api.Control.Receive(new() { InboxId = inbox, From = "l2@a2.io", Text = "no thanks" });
        api.Control.Receive(new() { InboxId = inbox, From = "l2@a2.io", Text = "or rather: interested" });
        api.Control.Receive(new() { InboxId = inbox, From = "l3@a3.io", Text = "away", IsAutoReply = true });

        (await Headline()).Should().Be("progress 100 sequence_steps 2 leads_count 6 sent 10 contacted 6 replies 2 reply_rate 33.33 positive_replies 2 positive_reply_rate 33.33 bounced 1 bounce_rate 10");
        (await Variants()).Should().Be("3/1/33.33/1/33.33 3/0/0/0/0 | 4/1/25/1/25");
        (await Daily()).Should().Be("03-09 6 1, 03-10 4 1");

        await api.Delete($"{path}/leads/{leads[2]}");
        (await Headline()).Should().Be("progress 100 sequence_steps 2 leads_count 5 sent 8 contacted 5 replies 1 reply_rate 20 positive_replies 1 positive_reply_rate 20 bounced 1 bounce_rate 12.5");
        (await Variants()).Should().Be("2/1/50/1/50 3/0/0/0/0 | 3/0/0/0/0");
        (await Daily()).Should().Be("03-09 5 1, 03-10 3 0");
        await api.Delete($"{path}/leads/{leads[1]}");
        (await Headline()).Should().Contain("sent 7 contacted 4").And.Contain("bounced 0 bounce_rate 0");

        string second = (await api.Get($"{path}/sequences")).Ids[1];
        await api.Delete($"{path}/sequences/{second}");
        (await Headline()).Should().StartWith("progress 100 sequence_steps 1 leads_count 4 sent 7");
        (await Variants()).Should().Be("2/1/50/1/50 2/0/0/0/0");

        async Task<string> Headline()
        {
            JsonElement stats = (await api.Get($"{path}/analytics")).Data;
            return string.Join(' ', stats.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number).Select(member => $"{member.Name} {member.Value}"));
        }

        async Task<string> Variants() => string.Join(" | ", (await api.Get($"{path}/analytics")).Data.GetProperty("sequences").EnumerateArray().Select(sequence => string.Join(' ', sequence.GetProperty("variants").EnumerateArray().Select(
            variant => $"{variant.GetProperty("sent")}/{variant.GetProperty("replies")}/{variant.GetProperty("reply_rate")}/{variant.GetProperty("positive_replies")}/{variant.GetProperty("positive_reply_rate")}"))));

        async Task<string> Daily() => string.Join(", ", (await api.Get($"{path}/analytics")).Data.GetProperty("daily").EnumerateArray()
            .Where(day => day.GetProperty("sent").GetInt32() + day.GetProperty("replies").GetInt32() > 0)
            .Select(day => $"{day.GetProperty("date").GetString()![5..]} {day.GetProperty("sent")} {day.GetProperty("replies")}"));
    }

    [Fact]
    public async Task The_daily_series_has_30_dates_of_the_campaign_s_zone_even_after_it_moves()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        string path = $"campaigns/{campaign}";
        await api.Patch($"{path}/schedule", """{"default_window":{"start":"00:00","end":"23:30"}}""");
        for (int i = 0; i < 30; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.Patch(path, """{"status":"active"}""");
        await api.Advance(1);
        await api.Advance(24 * 3);
        JsonElement daily = (await api.Get($"{path}/analytics")).Data.GetProperty("daily");
        daily.EnumerateArray().Select(day => day.GetProperty("date").GetString()).Should().Equal(Enumerable.Range(0, 30).Select(i => new DateOnly(2026, 3, 12).AddDays(i - 29).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        daily[26].GetProperty("sent").GetInt32().Should().Be(30);
        await api.Patch($"{path}/schedule", """{"timezone":"Pacific/Auckland"}""");
        JsonElement moved = (await api.Get($"{path}/analytics")).Data.GetProperty("daily");
        moved[29].GetProperty("date").GetString().Should().Be("2026-03-13");
        moved[26].GetProperty("sent").GetInt32().Should().Be(30, "13:01 to 13:30 UTC is the tenth in Auckland");
        await api.Advance(24 * 30);
        (await api.Get($"{path}/analytics")).Data.GetProperty("daily").EnumerateArray().Sum(day => day.GetProperty("sent").GetInt32()).Should().Be(0);
    }

    [Fact]
    public async Task Progress_falls_with_new_leads_and_steps_and_follows_the_blocklist_at_once()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Launched();
        string path = $"campaigns/{campaign}";
        (await Progress()).Should().Be("0");
        for (int i = 0; i < 3; i++) await api.Lead(campaign, $"l{i}@a.io");
        await api.AdvanceMinutes(2);
        (await Progress()).Should().Be("66");
        string entry = (await api.Post("blocklist", """{"email":"l2@a.io"}""")).Text("id");
        (await Progress()).Should().Be("100");
        await api.Delete($"blocklist/{entry}");
        (await Progress()).Should().Be("66");
        await api.AddStep(campaign);
        (await Progress()).Should().Be("33");
        for (int i = 0; i < 5; i++) await api.Post("blocklist", $$"""{"email":"l{{i}}@a.io"}""");
        (await Progress()).Should().Be("100");
        await api.Lead(campaign, "l9@a.io");
        (await Progress()).Should().Be("75");

        async Task<string> Progress() => (await api.Get(path)).Text("progress");
    }

    [Fact]
    public async Task A_removed_step_takes_leads_back_so_that_they_go_on_with_the_one_that_followed()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        string path = $"campaigns/{campaign}/sequences";
        string blank = (await api.Post(path)).Text("id");
        await api.AddStep(campaign, 1, "Three");
        string variant = await api.Variant(campaign, 1);
        (await api.Patch($"campaigns/{campaign}/variants/{variant}", """{"body_html":"Two"}""")).ShouldBe(200);
        await api.Lead(campaign, "dana@a.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        await api.AdvanceMinutes(5);
        await api.Delete($"{path}/{(await api.Get(path)).Ids[0]}");
        (await api.Get(path)).Ids[0].Should().Be(blank);
        (await api.Get($"campaigns/{campaign}/analytics")).Text("progress").Should().Be("0");
        await api.Lead(campaign, "lee@a.io");
        await api.Advance(24 * 3);
        api.Fake.Outbox.Where(mail => mail.To == "dana@a.io").Select(mail => mail.Subject).Should().Equal("Hello ", "Re: Hello ", "Three");
        api.Fake.Outbox.Where(mail => mail.To == "lee@a.io").Select(mail => mail.Subject).Should().Equal("", "Three");
    }

    [Fact]
    public async Task A_lead_that_goes_leaves_its_thread_without_it_and_its_quota_used()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", DailyCampaignLimit = 1 });
        string campaign = await api.Launched(100, inbox);
        string lead = await api.Lead(campaign, "dana@a.io");
        await api.AdvanceMinutes(2);
        string thread = api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "hello" })!;
        await api.Delete($"campaigns/{campaign}/leads/{lead}");
        (await api.Get($"unibox/conversations/{thread}")).Data.GetProperty("lead_id").ValueKind.Should().Be(JsonValueKind.Null);
        (await api.Get("unibox/conversations?folder=primary")).Ids.Should().Equal(thread);
        api.Control.Receive(new() { InboxId = inbox, From = "dana@a.io", Text = "again" }).Should().Be(thread);
        await api.Lead(campaign, "lee@a.io");
        await api.Advance(1);
        api.Fake.Outbox.Should().ContainSingle("the inbox has used its day");
        await api.Advance(24);
        api.Fake.Outbox.Should().HaveCount(2);
        await api.Delete($"campaigns/{campaign}");
        (await api.Get($"unibox/conversations/{thread}")).ShouldBe(200);
        (await api.Get($"inboxes/{inbox}")).Text("campaigns").Should().Be("[]");
    }
}

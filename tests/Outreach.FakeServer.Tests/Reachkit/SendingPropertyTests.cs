using System.Globalization;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class SendingPropertyTests
{
    public static TheoryData<string> Zones => [.. ScheduleTimezone.Known.Select(zone => zone.Value!)];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Nothing_goes_out_beside_a_window_or_above_a_limit_across_a_change_of_the_clocks(string zone)
    {
        // The weeks around the changes of spring and autumn 2026, north and south.
        foreach ((DateTimeOffset start, int days) in ((DateTimeOffset, int)[])[(Utc(2026, 3, 5), 32), (Utc(2026, 9, 24), 42)])
        {
            await using ReachkitApi api = await ReachkitApi.StartAsync(start);
            string a = api.Control.AddInbox(new() { Email = "a@x.io", DailyCampaignLimit = 4 });
            string b = api.Control.AddInbox(new() { Email = "b@x.io", DailyCampaignLimit = 6 });
            string campaign = await api.Ready(9, a, b);
            await api.AddStep(campaign, 2);
            (await api.Patch($"campaigns/{campaign}/schedule", $$$"""
                {"timezone":"{{{zone}}}","default_window":{"start":"01:30","end":"03:30"},"days":{"wednesday":{"enabled":false},"saturday":{"enabled":true,"start":"22:00","end":"23:30"},"sunday":{"enabled":true,"start":"00:00","end":"04:00"} } }
                """)).ShouldBe(200);
            for (int i = 0; i < 150; i++) await api.Lead(campaign, $"l{i}@a.io");
            (await api.Patch($"campaigns/{campaign}", """{"status":"active"}""")).ShouldBe(200);
            await api.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(days));

            TimeZoneInfo info = TimeZoneInfo.FindSystemTimeZoneById(zone);
            Dictionary<(DateTime, string), int> used = [];
            foreach (OutboxMessage mail in api.Fake.Outbox)
            {
                DateTime local = TimeZoneInfo.ConvertTime(mail.SentAt, info).DateTime;
                TimeSpan time = local.TimeOfDay;
                bool open = local.DayOfWeek switch
                {
                    DayOfWeek.Wednesday => false,
                    DayOfWeek.Saturday => time >= new TimeSpan(22, 0, 0) && time < new TimeSpan(23, 30, 0),
                    DayOfWeek.Sunday => time < new TimeSpan(4, 0, 0),
                    _ => time >= new TimeSpan(1, 30, 0) && time < new TimeSpan(3, 30, 0),
                };
                open.Should().BeTrue("{0} is {1:ddd HH:mm} in {2}", mail.SentAt, local, zone);
                used[(local.Date, mail.From)] = used.GetValueOrDefault((local.Date, mail.From)) + 1;
                used[(local.Date, "")] = used.GetValueOrDefault((local.Date, "")) + 1;
            }

            api.Fake.Outbox.Count.Should().BeGreaterThan(150);
            used.Where(pair => pair.Key.Item2 == "a@x.io").Max(pair => pair.Value).Should().Be(4);
            used.Where(pair => pair.Key.Item2 == "b@x.io").Max(pair => pair.Value).Should().BeLessThanOrEqualTo(6);
            used.Where(pair => pair.Key.Item2.Length == 0).Max(pair => pair.Value).Should().Be(9);
            api.Fake.Outbox.GroupBy(mail => (mail.SentAt, mail.From)).Should().OnlyContain(minute => minute.Count() == 1);
            api.Fake.Outbox.GroupBy(mail => mail.To).SelectMany(mails => mails.Zip(mails.Skip(1))).Should().OnlyContain(pair =>
                (TimeZoneInfo.ConvertTime(pair.Second.SentAt, info).Date - TimeZoneInfo.ConvertTime(pair.First.SentAt, info).Date).TotalDays >= 2);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_lead_is_never_mailed_after_it_was_halted(ulong seed)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync(seed: seed);
        Random random = new((int)seed);
        string[] inboxes = [api.Control.AddInbox(new() { Email = "a@x.io", DailyCampaignLimit = 8 }), api.Control.AddInbox(new() { Email = "b@x.io", DailyCampaignLimit = 8 })];
        string campaign = await api.Ready(12, inboxes);
        await api.AddStep(campaign, 1);
        await api.AddStep(campaign, 2);
        for (int i = 0; i < 60; i++) await api.Lead(campaign, $"l{i}@company{i / 3}.io");
        await api.Patch($"campaigns/{campaign}", """{"status":"active","stop_on_company_reply":true}""");
        Dictionary<string, DateTimeOffset> halted = [];
        for (int round = 0; round < 60; round++)
        {
            await api.AdvanceMinutes(random.Next(1, 400));
            if (api.Fake.Outbox.Count == 0) continue;
            OutboxMessage mail = api.Fake.Outbox[random.Next(api.Fake.Outbox.Count)];
            string lead = mail.To;
            switch (random.Next(5))
            {
                case 0: api.Control.Bounce(mail); break;
                case 1: await api.Post("blocklist", $$"""{"email":"{{lead}}"}"""); break;
                case 2: api.Control.Unsubscribe(mail.To is var to ? api.Control.UnsubscribeToken((await api.Get($"campaigns/{campaign}/leads?search={to}")).Ids[0]) : ""); break;
                case 3:
                    api.Control.Receive(new() { InboxId = inboxes[0], From = lead, Text = "hello" });
                    foreach (int i in Enumerable.Range(0, 60).Where(i => lead.EndsWith($"@company{i / 3}.io", StringComparison.Ordinal))) halted.TryAdd($"l{i}@company{i / 3}.io", api.Fake.Clock.Now);
                    break;
                default: continue;
            }

            halted.TryAdd(lead, api.Fake.Clock.Now);
        }

        await api.Advance(24 * 14);
        api.Fake.Outbox.Should().OnlyContain(mail => !halted.ContainsKey(mail.To) || mail.SentAt <= halted[mail.To]);
        api.Fake.Outbox.GroupBy(mail => mail.To).Where(mails => !halted.ContainsKey(mails.Key)).Should().OnlyContain(mails => mails.Count() == 3);
        (await api.Get($"campaigns/{campaign}")).Text("progress").Should().Be("100");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_outbox_and_a_restored_or_forked_world_goes_on_alike()
    {
        string[] first = await Run(seed: 7, restores: false);
        string[] again = await Run(seed: 7, restores: true);
        first.Should().HaveCountGreaterThan(50);
        again.Should().Equal(first);
        (await Run(seed: 8, restores: false)).Should().NotEqual(first);

        static async Task<string[]> Run(ulong seed, bool restores)
        {
            await using ReachkitApi api = await ReachkitApi.StartAsync(seed: seed);
            string campaign = await api.Ready(15, api.Control.AddInbox("a@x.io"), api.Control.AddInbox(new() { Email = "b@x.io", IsWarming = true }));
            await api.AddStep(campaign, 1, "{{SPINTAX|one|two|three}} {{unsubscribe_url}}");
            for (int i = 0; i < 40; i++) await api.Lead(campaign, i % 7 == 0 ? $"l{i}+reply@a{i}.io" : $"l{i}@a{i}.io");
            await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
            await api.Advance(4);
            if (!restores)
            {
                await api.Advance(24 * 6);
                return Lines(api.Fake);
            }

            FakeSnapshot snapshot = api.Fake.Snapshot();
            await api.Advance(50);
            api.Fake.Restore(snapshot);
            await using OutreachFake fork = api.Fake.Fork();
            await api.Advance(24 * 6);
            await fork.Clock.AdvanceAsync(TimeSpan.FromDays(6));
            Lines(fork).Should().Equal(Lines(api.Fake));
            ReachkitApi other = ReachkitApi.Of(fork);
            (await other.Get($"campaigns/{campaign}")).Body.GetRawText().Should().Be((await api.Get($"campaigns/{campaign}")).Body.GetRawText());
            (await other.Get("unibox/conversations?page_size=100")).Body.GetRawText().Should().Be((await api.Get("unibox/conversations?page_size=100")).Body.GetRawText());
            return Lines(api.Fake);
        }

        static string[] Lines(OutreachFake fake) => [.. fake.Outbox.Select(mail => string.Create(CultureInfo.InvariantCulture, $"{mail.SentAt:O} {mail.MessageId} {mail.From} {mail.To} {mail.Subject} {mail.Html} {mail.Text}"))];
    }

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}

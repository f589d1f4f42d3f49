using System.Text.Json;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>Whatever is done to campaigns, leads, steps, variants and inboxes meanwhile: what goes out is what the contract's loop sends, and the numbers are those of what went out.</summary>
public sealed class SendingOracleTests
{
    private static readonly string[] Zones = ["America/New_York", "Europe/London", "Australia/Sydney", "Asia/Tehran", "Pacific/Auckland", "America/Los_Angeles"];
    private static readonly string[] Domains = ["acme.io", "beta.io", "gmail.com", "outlook.com"];

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "")]
    [InlineData(58, "reloads")]
    [InlineData(64, "reloads")]
    [InlineData(72, "reloads")]
    [InlineData(118, "reloads")]
    [InlineData(180, "reloads")]
    [InlineData(1, "turnover")]
    [InlineData(2, "turnover")]
    public async Task What_is_sent_and_counted_is_what_the_contract_s_loop_sends_and_counts(int seed, string how)
    {
        // The clocks of London, New York and Los Angeles go back within the two weeks.
        Run run = await Run.StartAsync(seed, new DateTimeOffset(2026, 10, 22, 7, 13, 20, TimeSpan.Zero), how);
        await using ReachkitApi api = run.Api;
        for (int turn = 0; turn < 110; turn++) await run.TurnAsync();
        await run.EndAsync();
        run.Oracle.Sent.Count.Should().BeGreaterThan(20);
    }

    private sealed class Run(int seed, ReachkitApi api, string how) : IAsyncDisposable
    {
        private readonly Random _random = new(seed);
        private int _names;

        public ReachkitApi Api { get; private set; } = api;

        public SendingOracle Oracle { get; } = new();

        public static async Task<Run> StartAsync(int seed, DateTimeOffset start, string how)
        {
            Run run = new(seed, await ReachkitApi.StartAsync(start, (ulong)seed), how);
            foreach ((string email, string kind) in ((string, string)[])[("a@mail.io", "google"), ("b@mail.io", "microsoft"), ("c@mail.io", "other")])
                run.Oracle.Inboxes.Add(new(run.Api.Control.AddInbox(new() { Email = email, Provider = InboxProvider.From(kind), DailyCampaignLimit = 30 }), email, kind));
            for (int i = 0; i < 2; i++) await run.AddCampaign();
            return run;
        }

        public ValueTask DisposeAsync() => Api.DisposeAsync();

        public async Task TurnAsync()
        {
            if (how == "turnover") await TurnOver();
            SendingOracle.Campaign campaign = Any(Oracle.Campaigns);
            SendingOracle.Inbox inbox = Any(Oracle.Inboxes);
            SendingOracle.Step? step = campaign.Steps.Count == 0 ? null : Any(campaign.Steps);
            SendingOracle.Lead? lead = campaign.Leads.Count == 0 ? null : Any(campaign.Leads);
            string path = $"campaigns/{campaign.Id}";
            switch (_random.Next(27))
            {
                case 0 or 1:
                    for (int i = _random.Next(1, 6); i > 0; i--) await AddLead(campaign);
                    break;
                case 2 when lead is not null && campaign.Leads.Count > 6:
                    (await Api.Delete($"{path}/leads/{lead.Id}")).ShouldBe(204);
                    campaign.Leads.Remove(lead);
                    foreach ((_, _, SendingOracle.Variant used) in lead.Emails) used.Sent--;
                    break;
                case 3 when lead is not null:
                    if (Oracle.Blocked.Add(lead.Email)) (await Api.Post("blocklist", $$"""{"email":"{{lead.Email}}"}""")).ShouldBe(201);
                    break;
                case 4 when Oracle.Blocked.Count > 0:
                    string address = Any(Oracle.Blocked.Order().ToList());
                    (await Api.Delete($"blocklist/{(await Api.Get($"blocklist?search={address}")).Ids[0]}")).ShouldBe(204);
                    Oracle.Blocked.Remove(address);
                    break;
                case 5 when lead is { Emails.Count: > 0, IsBounced: false } && _random.Next(3) == 0:
                    string lost = Api.Fake.Outbox.First(mail => mail.CampaignId == campaign.Id && mail.To == lead.Email && mail.SentAt >= lead.CreatedAt).MessageId;
                    Api.Control.Bounce(Api.Fake.Outbox.Last(mail => mail.CampaignId == campaign.Id && mail.To == lead.Email));
                    Api.Control.Bounce(Api.Fake.Outbox.Single(mail => mail.MessageId == lost));
                    lead.Bounces = Math.Min(lead.Emails.Count, 2);
                    break;
                case 6 when lead is not null && _random.Next(3) == 0:
                    Api.Control.Unsubscribe(Api.Control.UnsubscribeToken(lead.Id));
                    lead.IsUnsubscribed = true;
                    break;
                case 7 or 8 when lead is { Emails.Count: > 0 }:
                    Answer(lead, isAutoReply: _random.Next(3) == 0);
                    break;
                case 25 when Any(Oracle.Campaigns).Leads.Find(answered => answered.Thread is not null) is { } answered:
                    answered.OverriddenPositive = _random.Next(3) switch { 0 => null, 1 => true, _ => false };
                    string label = answered.OverriddenPositive switch { null => "null", true => "\"meeting_requested\"", false => "\"question\"" };
                    (await Api.Patch($"unibox/conversations/{answered.Thread}", $$"""{"label_override":{{label}}}""")).ShouldBe(200);
                    break;
                case 9:
                    campaign.StopOnReply = !campaign.StopOnReply;
                    (await Api.Patch(path, $$"""{"stop_on_reply":{{Json(campaign.StopOnReply)}}}""")).ShouldBe(200);
                    break;
                case 10:
                    campaign.StopOnCompanyReply = !campaign.StopOnCompanyReply;
                    (await Api.Patch(path, $$"""{"stop_on_company_reply":{{Json(campaign.StopOnCompanyReply)}}}""")).ShouldBe(200);
                    break;
                case 11:
                    campaign.EspMatching = !campaign.EspMatching && _random.Next(3) == 0;
                    (await Api.Patch(path, $$"""{"esp_matching":{{Json(campaign.EspMatching)}}}""")).ShouldBe(200);
                    break;
                case 12:
                    campaign.DailyLimit = _random.Next(4) == 0 ? _random.Next(4) : _random.Next(4, 40);
                    (await Api.Patch(path, $$"""{"daily_limit":{{campaign.DailyLimit}}}""")).ShouldBe(200);
                    break;
                case 13:
                    await SetStatus(campaign, !campaign.IsActive || _random.Next(3) == 0);
                    break;
                case 14 or 15:
                    await Reschedule(campaign);
                    break;
                case 16 when campaign.Steps.Count < 5:
                    await AddStep(campaign);
                    break;
                case 17 when step is not null && (campaign.Steps.Count > 2 || _random.Next(6) == 0):
                    (await Api.Delete($"{path}/sequences/{step.Id}")).ShouldBe(204);
                    int number = campaign.Steps.IndexOf(step) + 1;
                    campaign.Steps.Remove(step);
                    foreach (SendingOracle.Lead moved in campaign.Leads.Where(moved => moved.Position >= number)) moved.Position--;
                    break;
                case 18 when step is not null:
                    step.Delay = _random.Next(1, 4);
                    (await Api.Patch($"{path}/sequences/{step.Id}", $$"""{"delay_days":{{step.Delay}}}""")).ShouldBe(200);
                    break;
                case 19 when step is not null:
                    string subject = $"s{_names++}";
                    step.Variants.Add(new((await Api.Post($"{path}/sequences/{step.Id}/variants", $$"""{"subject":"{{subject}}"}""")).ShouldBe(201).Text("id")) { Subject = subject });
                    break;
                case 20 when step is not null:
                    SendingOracle.Variant variant = Any(step.Variants);
                    if (!step.Variants.Exists(other => other != variant && other.Enabled)) break;
                    if (_random.Next(2) == 0)
                    {
                        (await Api.Delete($"{path}/variants/{variant.Id}")).ShouldBe(204);
                        step.Variants.Remove(variant);
                        break;
                    }

                    variant.Enabled = !variant.Enabled;
                    (await Api.Patch($"{path}/variants/{variant.Id}", $$"""{"enabled":{{Json(variant.Enabled)}}}""")).ShouldBe(200);
                    break;
                case 21 when step is not null && step.Variants.Find(blank => blank.Subject is null) is { } blank:
                    await Write(campaign, blank);
                    break;
                case 22:
                    if (campaign.Inboxes.Contains(inbox)) await Detach(campaign, inbox);
                    else await Attach(campaign, [inbox]);
                    break;
                case 23:
                    inbox.IsActive = !inbox.IsActive || _random.Next(3) > 0;
                    inbox.Limit = _random.Next(1, 20);
                    (await Api.Patch($"inboxes/{inbox.Id}", $$"""{"is_active":{{Json(inbox.IsActive)}},"daily_campaign_limit":{{inbox.Limit}}}""")).ShouldBe(200);
                    break;
                case 24:
                    inbox.IsConnected = !inbox.IsConnected || _random.Next(3) > 0;
                    Api.Control.SetConnection(inbox.Id, inbox.IsConnected ? ConnectionStatus.Connected : ConnectionStatus.Error);
                    break;
            }

            foreach (SendingOracle.Campaign each in Oracle.Campaigns)
            {
                JsonElement stats = (await Api.Get($"campaigns/{each.Id}/analytics")).Data;
                stats.GetProperty("progress").GetInt32().Should().Be(Oracle.Progress(each));
                Numbers(stats).Should().Be(SendingOracle.Numbers(each));
            }

            await Advance(_random.Next(3) switch { 0 => TimeSpan.FromSeconds(_random.Next(1, 200)), 1 => TimeSpan.FromMinutes(_random.Next(1, 90)), _ => TimeSpan.FromMinutes(_random.Next(1, 600)) });
        }

        public Task EndAsync() => Advance(TimeSpan.FromDays(8));

        private static string Numbers(JsonElement stats)
        {
            string headline = string.Join(' ', ((string[])["sent", "contacted", "replies", "positive_replies", "bounced"]).Select(name => stats.GetProperty(name)));
            IEnumerable<string> days = stats.GetProperty("daily").EnumerateArray().Where(day => day.GetProperty("sent").GetInt32() > 0 || day.GetProperty("replies").GetInt32() > 0)
                .Select(day => $"{day.GetProperty("date").GetString()![5..]} {day.GetProperty("sent")}/{day.GetProperty("replies")}");
            IEnumerable<string> variants = stats.GetProperty("sequences").EnumerateArray().SelectMany(step => step.GetProperty("variants").EnumerateArray())
                .Select(variant => $"{variant.GetProperty("sent")}/{variant.GetProperty("replies")}/{variant.GetProperty("positive_replies")}");
            return $"{headline} | {string.Join(' ', days)} | {string.Join(' ', variants)}";
        }

        private static string Json(bool value) => value ? "true" : "false";

        private static SendingOracle.Step Step(JsonElement step)
            => new(step.GetProperty("id").GetString()!) { Variants = { new(step.GetProperty("variants")[0].GetProperty("id").GetString()!) } };

        private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

        private async Task Advance(TimeSpan time)
        {
            DateTimeOffset now = Api.Fake.Clock.Now;
            if (_random.Next(3) == 0)
            {
                if (how == "reloads") await Reload();
                else await LookAhead();
            }

            await Api.Fake.Clock.AdvanceAsync(time);
            Oracle.Run(now, now + time);
            Api.Fake.Outbox.Where(mail => mail.CampaignId is not null).Select(mail => $"{mail.SentAt:MM-dd HH:mm} {mail.From} {mail.To} {mail.Subject}").Should().Equal(Oracle.Sent);
        }

        // Days that never were: a restored world must not remember them.
        private async Task LookAhead()
        {
            FakeSnapshot snapshot = Api.Fake.Snapshot();
            await Api.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(_random.Next(1, 60)));
            if (Any(Oracle.Campaigns) is { Leads: [var first, ..] } campaign) (await Api.Delete($"campaigns/{campaign.Id}/leads/{first.Id}")).ShouldBe(204);
            Api.Fake.Restore(snapshot);
        }

        // Into a state file and out of it again.
        private async Task Reload()
        {
            ReachkitApi next = await ReachkitApi.StartAsync(seed: (ulong)seed);
            foreach ((IStatePart from, IStatePart to) in Api.Fake.World.Parts.Zip(next.Fake.World.Parts))
            {
                using MemoryStream stream = new();
                await using (Utf8JsonWriter writer = new(stream)) from.Write(writer);
                using JsonDocument document = JsonDocument.Parse(stream.ToArray());
                to.Read(document.RootElement);
            }

            await Api.DisposeAsync();
            Api = next;
        }

        private void Answer(SendingOracle.Lead lead, bool isAutoReply)
        {
            // Through an inbox that never mailed: the latest email from any inbox takes the answer.
            string inbox = Api.Control.AddInbox($"x{_names++}@none.io");
            bool positive = _random.Next(2) == 0;
            lead.Thread = Api.Control.Receive(new() { InboxId = inbox, From = lead.Email, Text = positive ? "sounds good" : "hello", IsAutoReply = isAutoReply });
            lead.LabelledPositive = positive && !isAutoReply;
            if (isAutoReply || lead.HasReplied) return;
            lead.RepliedAt = Api.Fake.Clock.Now;
            lead.Credited = lead.Emails[^1].Variant;
        }

        private async Task AddLead(SendingOracle.Campaign campaign)
        {
            string email = $"l{_names++}@{Any(Domains)}";
            campaign.Leads.Add(new(await Api.Lead(campaign.Id, email), email, Api.Fake.Clock.Now));
        }

        private async Task AddCampaign()
        {
            SendingOracle.Campaign campaign = new(await Api.Campaign());
            Oracle.Campaigns.Add(campaign);
            JsonElement step = (await Api.Get($"campaigns/{campaign.Id}/sequences")).Data[0];
            campaign.Steps.Add(Step(step));
            await Write(campaign, campaign.Steps[0].Variants[0]);
            await AddStep(campaign);
            for (int lead = 0; lead < 30; lead++) await AddLead(campaign);
            await Attach(campaign, Oracle.Inboxes);
            await SetStatus(campaign, true);
        }

        // Campaigns and leads go, and others come in their place; what else a workspace does meanwhile.
        private async Task TurnOver()
        {
            SendingOracle.Campaign campaign = Any(Oracle.Campaigns);
            SendingOracle.Inbox inbox = Any(Oracle.Inboxes);
            switch (_random.Next(12))
            {
                case 0:
                    (await Api.Delete($"campaigns/{campaign.Id}")).ShouldBe(204);
                    Oracle.Campaigns.Remove(campaign);
                    await AddCampaign();
                    break;
                case 1 or 2 when campaign.Leads.Count > 0:
                    SendingOracle.Lead lead = Any(campaign.Leads);
                    (await Api.Delete($"campaigns/{campaign.Id}/leads/{lead.Id}")).ShouldBe(204);
                    campaign.Leads.Remove(lead);
                    foreach ((_, _, SendingOracle.Variant used) in lead.Emails) used.Sent--;
                    campaign.Leads.Add(new(await Api.Lead(campaign.Id, lead.Email), lead.Email, Api.Fake.Clock.Now));
                    break;
                case 3:
                    (await Api.Post("unibox/conversations", $$"""{"to":[{"email":"nobody@else.io"}],"subject":"s","content":"c"}""")).Status.Should().BeOneOf(201, 422);
                    break;
                case 4:
                    (await Api.Patch($"inboxes/{inbox.Id}", $$"""{"is_warming":{{Json(_random.Next(2) == 0)}}}""")).ShouldBe(200);
                    break;
                case 5:
                    (await Api.Patch($"campaigns/{campaign.Id}", $$"""{"unsubscribe_option":{{Json(_random.Next(2) == 0)}},"text_only":{{Json(_random.Next(2) == 0)}},"name":"n{{_names++}}"}""")).ShouldBe(200);
                    break;
                case 6 when campaign.Steps.Count > 0:
                    SendingOracle.Step step = Any(campaign.Steps);
                    string subject = $"s{_names++}";
                    step.Variants.Add(new((await Api.Post($"campaigns/{campaign.Id}/sequences/{step.Id}/variants", $$"""{"subject":"{{subject}}","enabled":false}""")).ShouldBe(201).Text("id")) { Subject = subject, Enabled = false });
                    break;
                case 7:
                    Api.Control.Receive(new() { InboxId = inbox.Id, From = $"stranger{_names++}@else.io" });
                    break;
            }
        }

        private async Task AddStep(SendingOracle.Campaign campaign)
        {
            int delay = _random.Next(1, 4);
            SendingOracle.Step step = Step((await Api.Post($"campaigns/{campaign.Id}/sequences", $$"""{"delay_days":{{delay}}}""")).ShouldBe(201).Data);
            step.Delay = delay;
            campaign.Steps.Add(step);
            if (_random.Next(4) > 0) await Write(campaign, step.Variants[0]);
        }

        private async Task Write(SendingOracle.Campaign campaign, SendingOracle.Variant variant)
        {
            variant.Subject = $"s{_names++}";
            (await Api.Patch($"campaigns/{campaign.Id}/variants/{variant.Id}", $$"""{"subject":"{{variant.Subject}}"}""")).ShouldBe(200);
        }

        private async Task Attach(SendingOracle.Campaign campaign, IReadOnlyList<SendingOracle.Inbox> inboxes)
        {
            campaign.Inboxes.AddRange(inboxes);
            (await Api.Post($"campaigns/{campaign.Id}/inboxes/attach", $$"""{"inbox_ids":[{{string.Join(',', inboxes.Select(inbox => $"\"{inbox.Id}\""))}}]}""")).ShouldBe(200);
        }

        private async Task Detach(SendingOracle.Campaign campaign, SendingOracle.Inbox inbox)
        {
            campaign.Inboxes.Remove(inbox);
            (await Api.Post($"campaigns/{campaign.Id}/inboxes/detach", $$"""{"inbox_ids":["{{inbox.Id}}"]}""")).ShouldBe(200);
        }

        private async Task SetStatus(SendingOracle.Campaign campaign, bool active)
        {
            ReachkitAnswer answer = await Api.Patch($"campaigns/{campaign.Id}", $$"""{"status":"{{(active ? "active" : "paused")}}"}""");
            bool launches = !active || campaign.IsActive || (campaign.Inboxes.Count > 0 && campaign.Steps.Exists(step => step.Variants.Exists(variant => variant is { Enabled: true, Subject: not null })));
            answer.ShouldBe(launches ? 200 : 422);
            if (!launches) return;
            campaign.IsActive = active;
            campaign.LaunchedAt ??= Api.Fake.Clock.Now;
        }

        private async Task Reschedule(SendingOracle.Campaign campaign)
        {
            string zone = Any(Zones);
            (campaign.Start, campaign.End) = Window();
            int day = _random.Next(7);
            bool enabled = _random.Next(4) > 0;
            (TimeSpan start, TimeSpan end) = Window();
            for (int i = 0; i < 7; i++) campaign.Days[i] = (true, null, null);
            campaign.Days[day] = (enabled, start, end);
            campaign.Zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
            string days = string.Join(',', Outreach.FakeServer.Reachkit.ScheduleDays.Names.Select((name, i) => i == day
                ? $$"""  "{{name}}":{"enabled":{{Json(enabled)}},"start":"{{start:hh\:mm}}","end":"{{end:hh\:mm}}"}"""
                : $$"""  "{{name}}":{"enabled":true,"start":null,"end":null}"""));
            (await Api.Patch($"campaigns/{campaign.Id}/schedule", $$$"""{"timezone":"{{{zone}}}","default_window":{"start":"{{{campaign.Start:hh\:mm}}}","end":"{{{campaign.End:hh\:mm}}}"},"days":{{{{days}}}} }""")).ShouldBe(200);
        }

        // Often within the hours in which the clocks change.
        private (TimeSpan Start, TimeSpan End) Window()
        {
            int start = _random.Next(2) == 0 ? _random.Next(6) : _random.Next(46);
            return (TimeSpan.FromMinutes(30 * start), TimeSpan.FromMinutes(30 * _random.Next(start + 1, Math.Min(start + (start < 6 ? 4 : 30), 47) + 1)));
        }
    }
}

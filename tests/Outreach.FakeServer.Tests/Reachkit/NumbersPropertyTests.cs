using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>Whatever happens in a workspace: the numbers of its campaigns are those that its records, mail and threads give.</summary>
public sealed class NumbersPropertyTests
{
    private static readonly string[] Domains = ["acme.io", "beta.io", "gmail.com", "outlook.com"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public async Task The_numbers_are_those_of_the_records(int seed)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        Random random = new(seed);
        string[] inboxes = [api.Control.AddInbox("a@mail.io"), api.Control.AddInbox("b@mail.io"), api.Control.AddInbox("c@mail.io")];
        HashSet<string> bounced = [];
        HashSet<string> blocked = [];
        Dictionary<(string Campaign, string Lead), int> positions = [];
        int seen = 0;
        List<string> campaigns = [await api.Launched(100, inboxes), await api.Launched(100, inboxes[..2])];
        foreach (string campaign in campaigns)
        {
            await api.AddStep(campaign, 1);
            for (int i = 0; i < 8; i++) await api.Lead(campaign, $"l{i}@{Domains[i % Domains.Length]}");
        }

        for (int turn = 0; turn < 60; turn++)
        {
            string campaign = campaigns[random.Next(campaigns.Count)];
            string[] leads = [.. (await api.Get($"campaigns/{campaign}/leads?page_size=100")).Ids];
            JsonElement steps = (await api.Get($"campaigns/{campaign}/sequences")).Data;
            switch (random.Next(14))
            {
                case 0 when leads.Length > 3:
                    (await api.Delete($"campaigns/{campaign}/leads/{leads[random.Next(leads.Length)]}")).ShouldBe(204);
                    break;
                case 1:
                    await api.Post($"campaigns/{campaign}/leads", $$"""{"email":"n{{turn}}@{{Domains[random.Next(4)]}}"}""");
                    break;
                case 2 when steps.GetArrayLength() > 1:
                    int step = random.Next(steps.GetArrayLength());
                    Look();
                    (await api.Delete($"campaigns/{campaign}/sequences/{steps[step].GetProperty("id").GetString()}")).ShouldBe(204);
                    foreach (var lead in positions.Keys.Where(key => key.Campaign == campaign && positions[key] > step).ToList()) positions[lead]--;
                    break;
                case 3:
                    await api.AddStep(campaign, 1);
                    break;
                case 4 when steps.GetArrayLength() > 0:
                    await api.Post($"campaigns/{campaign}/sequences/{steps[0].GetProperty("id").GetString()}/variants", """{"subject":"Another"}""");
                    break;
                case 5 when steps.GetArrayLength() > 0:
                    JsonElement variants = steps[random.Next(steps.GetArrayLength())].GetProperty("variants");
                    await api.Delete($"campaigns/{campaign}/variants/{variants[random.Next(variants.GetArrayLength())].GetProperty("id").GetString()}");
                    break;
                case 6 or 7:
                    if (Latest() is { } answered)
                        api.Control.Receive(new() { InboxId = inboxes[random.Next(3)], From = answered.To, Text = random.Next(2) == 0 ? "sounds good" : "no thanks", IsAutoReply = random.Next(3) == 0 });
                    break;
                case 8:
                    if (Latest() is { } lost)
                        try
                        {
                            api.Control.Bounce(lost);
                            bounced.Add(lost.MessageId);
                        }
                        catch (ArgumentException)
                        {
                            // Its lead is gone.
                        }

                    break;
                case 9 when leads.Length > 0:
                    api.Control.Unsubscribe(api.Control.UnsubscribeToken(leads[random.Next(leads.Length)]));
                    break;
                case 10:
                    await api.Patch($"campaigns/{campaign}", $$"""{"stop_on_reply":{{(random.Next(2) == 0 ? "true" : "false")}},"stop_on_company_reply":{{(random.Next(2) == 0 ? "true" : "false")}},"unsubscribe_option":{{(random.Next(2) == 0 ? "true" : "false")}}}""");
                    break;
                case 11:
                    string address = $"l{random.Next(8)}@acme.io";
                    blocked.Add(address);
                    await api.Post("blocklist", $$"""{"email":"{{address}}"}""");
                    break;
                case 12:
                    JsonElement threads = (await api.Get("unibox/conversations?page_size=100")).Data;
                    if (threads.GetArrayLength() > 0)
                        await api.Patch($"unibox/conversations/{threads[random.Next(threads.GetArrayLength())].GetProperty("id").GetString()}", random.Next(3) switch { 0 => """{"label_override":null}""", 1 => """{"label_override":"interested"}""", _ => """{"label_override":"neutral"}""" });
                    break;
                default:
                    await api.Advance(random.Next(1, 30));
                    break;
            }

            foreach (string each in campaigns) await Check(each);

            OutboxMessage? Latest() => api.Fake.Outbox.Where(mail => mail.CampaignId == campaign).ToList() is { Count: > 0 } sent ? sent[random.Next(sent.Count)] : null;
        }

        api.Fake.Outbox.Count.Should().BeGreaterThan(20);

        void Look()
        {
            foreach (OutboxMessage mail in api.Fake.Outbox.Skip(seen))
            {
                seen++;
                if (mail.CampaignId is { } of) positions[(of, mail.To)] = positions.GetValueOrDefault((of, mail.To)) + 1;
            }
        }

        async Task Check(string campaign)
        {
            Look();
            JsonElement stats = (await api.Get($"campaigns/{campaign}/analytics")).Data;
            JsonElement shown = (await api.Get($"campaigns/{campaign}")).Data;
            shown.GetProperty("stats").GetRawText().Should().Be(stats.GetRawText());
            JsonElement options = shown.GetProperty("options");
            List<JsonElement> leads = [.. (await api.Get($"campaigns/{campaign}/leads?page_size=100")).Data.EnumerateArray()];
            int steps = (await api.Get($"campaigns/{campaign}/sequences")).Data.GetArrayLength();
            HashSet<string> ids = [.. leads.Select(lead => Text(lead, "id"))];
            HashSet<string> addresses = [.. leads.Select(lead => Text(lead, "email"))];
            List<OutboxMessage> mail = [.. api.Fake.Outbox.Where(mail => mail.CampaignId == campaign && addresses.Contains(mail.To))];
            List<JsonElement> replied = [.. leads.Where(HasReplied)];
            int contacted = mail.Select(one => one.To).Distinct().Count();
            int lost = mail.Count(one => bounced.Contains(one.MessageId));
            int positive = (await api.Get("unibox/conversations?page_size=100")).Data.EnumerateArray().Count(thread => ids.Contains(thread.GetProperty("lead_id").GetString() ?? "") && thread.GetProperty("is_positive").GetBoolean());

            Number("sequence_steps").Should().Be(steps);
            Number("leads_count").Should().Be(ids.Count);
            Number("sent").Should().Be(mail.Count);
            Number("contacted").Should().Be(contacted);
            Number("replies").Should().Be(replied.Count);
            Number("positive_replies").Should().Be(positive);
            Number("bounced").Should().Be(lost);
            Rate("reply_rate").Should().Be(Of(replied.Count, contacted));
            Rate("positive_reply_rate").Should().Be(Of(positive, contacted));
            Rate("bounce_rate").Should().Be(Of(lost, mail.Count));
            foreach (JsonElement lead in leads)
            {
                bool written = mail.Exists(one => one.To == Text(lead, "email"));
                Text(lead, "status").Should().Be(HasReplied(lead) ? "replied" : written ? "contacted" : "uncontacted");
                lead.GetProperty("is_bounced").GetBoolean().Should().Be(mail.Exists(one => one.To == Text(lead, "email") && bounced.Contains(one.MessageId)));
            }

            JsonElement daily = stats.GetProperty("daily");
            TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
            foreach (JsonElement day in daily.EnumerateArray())
                day.GetProperty("sent").GetInt32().Should().Be(mail.Count(one => TimeZoneInfo.ConvertTime(one.SentAt, zone).ToString("yyyy-MM-dd") == Text(day, "date")));
            daily.EnumerateArray().Sum(day => day.GetProperty("replies").GetInt32()).Should().Be(replied.Count);

            List<JsonElement> variants = [.. stats.GetProperty("sequences").EnumerateArray().SelectMany(step => step.GetProperty("variants").EnumerateArray())];
            variants.Sum(variant => variant.GetProperty("sent").GetInt32()).Should().BeLessThanOrEqualTo(mail.Count);
            variants.Sum(variant => variant.GetProperty("replies").GetInt32()).Should().BeLessThanOrEqualTo(replied.Count);
            variants.Sum(variant => variant.GetProperty("positive_replies").GetInt32()).Should().BeLessThanOrEqualTo(positive);
            variants.Should().OnlyContain(variant => variant.GetProperty("sent").GetInt32() >= 0 && variant.GetProperty("positive_replies").GetInt32() >= 0 && variant.GetProperty("positive_replies").GetInt32() <= variant.GetProperty("replies").GetInt32());

            int done = leads.Sum(lead => IsHalted(lead) ? steps : positions.GetValueOrDefault((campaign, Text(lead, "email"))));
            Number("progress").Should().Be(steps * leads.Count == 0 ? 0 : 100 * done / (steps * leads.Count));

            bool IsHalted(JsonElement lead)
                => lead.GetProperty("is_bounced").GetBoolean() || lead.GetProperty("is_unsubscribed").GetBoolean() || blocked.Contains(Text(lead, "email"))
                || (options.GetProperty("stop_on_reply").GetBoolean() && HasReplied(lead))
                || (options.GetProperty("stop_on_company_reply").GetBoolean() && Domain(lead) is "acme.io" or "beta.io"
                    && replied.Exists(other => Domain(other) == Domain(lead) && Text(other, "id") != Text(lead, "id")));

            int Number(string name) => stats.GetProperty(name).GetInt32();
            double Rate(string name) => stats.GetProperty(name).GetDouble();
        }

        static string Text(JsonElement record, string member) => record.GetProperty(member).GetString()!;
        static string Domain(JsonElement lead) => Text(lead, "email").Split('@')[1];
        static bool HasReplied(JsonElement lead) => Text(lead, "status") == "replied";
        static double Of(int part, int whole) => whole == 0 ? 0 : (double)Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Outreach.FakeServer.Markus;
using Outreach.FakeServer.Tests.Store;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Whatever callers, contacts and time do in whatever order, figures and rows agree, and each slot is the first that was free.</summary>
public sealed class MarkusBooksTests
{
    private static readonly string[] Tags = ["", "", "", "+reply", "+open", "+bounce", "+fail", "+unsubscribe", "+open+reply"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Figures_agree_with_rows_after_every_step(int seed)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync(new FakeOptions { Start = DateTimeOffset.Parse("2026-03-27T15:00:00Z", CultureInfo.InvariantCulture) });
        world.Fake.Markus.Account.PlanId = seed % 3 == 0 ? "free" : "pro";
        world.Fake.Markus.Account.Credits = 3;
        world.Fake.Markus.Account.SetChannel(Channel.Email, dailyLimit: 4);
        Walk walk = new(world, new Random(seed), withinSeconds: seed % 4 == 0);
        for (int step = 0; step < 150; step++)
        {
            string what = await walk.StepAsync();
            MarkusBooks.Faults(world).Should().BeEmpty($"that is so after step {step} of seed {seed}: {what}");
            if (step % 50 != 49) continue;
            await walk.CheckListsAsync();
            await walk.CheckReportsAsync();
        }
    }

    /// <summary>Calls, answers and time in a random order.</summary>
    private sealed class Walk(MarkusWorld world, Random random, bool withinSeconds)
    {
        private int _addresses;

        public async Task<string> StepAsync()
        {
            switch (random.Next(27))
            {
                case 0: return await CallAsync("POST", "campaigns", $$"""{"name":"C","objective_type":"custom","settings":{"daily_send_limit":{{random.Next(1, 4)}},"require_approval":{{Flag()}},"timezone":"{{Zone()}}","follow_ups":{"enabled":true,"max_follow_ups":{{random.Next(3)}},"delay_days":1} } }""");
                case 1 or 2: return await CallAsync("POST", "contacts", $$"""{"campaign_id":{{Campaign()}},"email":"c{{_addresses++}}{{Tags[random.Next(Tags.Length)]}}@acme.example","social":{"instagram":"c{{_addresses}}"} }""");
                case 3: return await CallAsync("POST", "contacts/import", $$"""{"campaign_id":{{Campaign()}},"contacts":[{"email":"c{{_addresses++}}@acme.example"},{"email":"c1@acme.example"},{"email":"c{{_addresses++}}+reply@acme.example"}]}""");
                case 4: return await OnCampaignAsync("""{"status":"active"}""");
                case 5: return await OnCampaignAsync("""{"status":"paused"}""");
                case 6: return random.Next(4) == 0 ? await OnCampaignAsync("""{"status":"completed"}""") : await OnCampaignAsync($$"""{"end_date":"{{Rfc3339.Write(world.State.Now.AddDays(random.Next(1, 5)))}}"}""");
                case 7: return random.Next(6) == 0 && Pick(world.State.Campaigns) is { } gone ? await CallAsync("DELETE", $"campaigns/{gone.Id}") : "nothing";
                case 8: return await OnCampaignAsync($$"""{"settings":{"daily_send_limit":{{random.Next(1, 4)}},"follow_ups":{"enabled":{{Flag()}},"max_follow_ups":{{random.Next(3)}},"delay_days":{{random.Next(1, 3)}} } } }""");
                case 9: return await OnCampaignAsync($$"""{"settings":{"timezone":"{{Zone()}}","require_approval":{{Flag()}},"send_window":{"days":["fri","mon","sun","tue"],"start":"0{{random.Next(10)}}:00","end":"1{{random.Next(10)}}:30"} } }""");
                case 10 or 11 or 12: return Pick(world.State.Messages.Where(message => message.Status == MessageStatus.PendingApproval)) is { } pending ? await ApproveAsync(pending) : "nothing";
                case 13: return Pick(world.State.Messages) is { } rejected ? await CallAsync("POST", $"messages/{rejected.Id}/reject") : "nothing";
                case 14: return Pick(world.State.Messages) is { } revised ? await CallAsync("POST", $"messages/{revised.Id}/feedback", """{"feedback":"shorter"}""") : "nothing";
                case 15: return Pick(world.State.Messages.Where(message => message.Status == MessageStatus.Failed)) is { } failed ? await CallAsync("POST", $"messages/{failed.Id}/retry") : "nothing";
                case 16: return Pick(world.State.Contacts) is { } written ? await CallAsync("POST", "channels/send", $$"""{"channel":"email","contact_id":"{{written.Id}}","subject":"Hello","body":"Hello"}""") : "nothing";
                case 17: return Pick(world.State.Contacts) is { } moved ? await CallAsync("PATCH", $"contacts/{moved.Id}", random.Next(3) switch { 0 => $$"""{"campaign_id":{{Campaign()}} }""", 1 => $$"""{"status":"{{(random.Next(2) == 0 ? "unsubscribed" : "new")}}"}""", _ => """{"email":null}""" }) : "nothing";
                case 18: return random.Next(3) == 0 && Pick(world.State.Contacts) is { } removed ? await CallAsync("DELETE", $"contacts/{removed.Id}") : "nothing";
                case 20: return await OnCampaignAsync($$"""{"start_date":{{(random.Next(3) == 0 ? "null" : $"\"{Rfc3339.Write(world.State.Now.AddHours(random.Next(-20, 60)))}\"")}},"channels":[{{(random.Next(2) == 0 ? "\"email\"" : "\"instagram\",\"email\"")}}]}""");
                case 21: return ChangeSenders();
                case 22: return Pick(world.State.Conversations) is { } answered ? await CallAsync("POST", "channels/send", $$"""{"channel":"{{answered.Channel}}","conversation_id":"{{answered.Id}}","body":"Hello"}""") : "nothing";
                case 23 when random.Next(4) == 0:
                    string before = await ListsAsync();
                    if (random.Next(2) == 0) world.Fake.Restore(world.Fake.Snapshot());
                    else StateFile.ReadParts(world.Fake.World, StateFileParts.Of(world.Fake.World));
                    (await ListsAsync()).Should().Be(before);
                    return "the world was put back";
                case 19:
                    if (Pick(world.State.Conversations) is not { } conversation) return "nothing";
                    world.Fake.Markus.Receive(conversation.Id, random.Next(6) == 0 ? "Please unsubscribe me" : "Hi");
                    return "a reply";
                default:
                    TimeSpan span = TimeSpan.FromMinutes(random.Next(1, 1500)) + TimeSpan.FromMilliseconds(withinSeconds ? random.Next(60_000) : 0);
                    await world.PassAsync(span);
                    return $"{span} later";
            }
        }

        private async Task<string> ListsAsync()
        {
            StringBuilder lists = new();
            foreach (string path in (string[])["campaigns?limit=100", "contacts?sort=last_contacted_at&limit=100", "conversations?limit=100", "messages/pending?limit=100", "notifications?limit=100", "campaigns/usage"])
                lists.AppendLine((await world.GetAsync(path)).Text);
            foreach (ConversationRow conversation in world.State.Conversations) lists.AppendLine((await world.GetAsync($"conversations/{conversation.Id}/messages")).Text);
            foreach (CampaignRow campaign in world.State.Campaigns) lists.AppendJoin(' ', world.State.ApprovedByCampaign[campaign.Id].Select(message => message.Id)).AppendLine();
            return lists.ToString();
        }

        /// <summary>Every list in every order, page by page, is that of the rows.</summary>
        public async Task CheckListsAsync()
        {
            MarkusState state = world.State;
            foreach (bool descending in (bool[])[false, true])
            {
                string order = descending ? "order=desc" : "order=asc";
                List<ContactRow> contacts = [.. state.Contacts.Where(row => row.DeletedAt is null)];
                await CheckAsync($"contacts?{order}", Sorted(contacts, row => row.Ordinal, descending));
                await CheckAsync($"contacts?{order}&include_deleted=true", Sorted(state.Contacts, row => row.Ordinal, descending));
                await CheckAsync($"contacts?{order}&sort=email", Sorted(contacts, row => row.Email, descending));
                await CheckAsync($"contacts?{order}&sort=last_contacted_at", Sorted(contacts, row => row.LastContactedAt, descending));
                await CheckAsync($"contacts?{order}&sort=updated_at&channel=email", Sorted(contacts.Where(row => row.Email is not null), row => row.UpdatedAt, descending));
                await CheckAsync($"campaigns?{order}&sort=updated_at", Sorted(state.Campaigns.Where(row => row.Status != CampaignStatus.Deleted), row => row.UpdatedAt, descending));
                await CheckAsync($"campaigns?{order}&status=deleted", Sorted(state.Campaigns.Where(row => row.Status == CampaignStatus.Deleted), row => row.Ordinal, descending));
                await CheckAsync($"conversations?{order}", Sorted(state.Conversations, row => row.LastMessageAt, descending));
                await CheckAsync($"conversations?{order}&sort=created_at&unread=true", Sorted(state.Conversations.Where(row => row.UnreadCount > 0), row => row.CreatedAt, descending));
                await CheckAsync($"messages/pending?{order}", Sorted(state.Messages.Where(row => row.Status == MessageStatus.PendingApproval), row => row.Ordinal, descending));
                if (Pick(state.Campaigns.Where(row => row.Status != CampaignStatus.Deleted)) is not { } campaign) continue;
                await CheckAsync($"campaigns/{campaign.Id}/contacts?{order}", Sorted(contacts.Where(row => row.CampaignId == campaign.Id), row => row.Ordinal, descending));
                await CheckAsync($"contacts?{order}&campaign_id={campaign.Id}&include_deleted=true", Sorted(state.Contacts.Where(row => row.CampaignId == campaign.Id), row => row.Ordinal, descending));
                await CheckAsync($"messages/pending?{order}&campaign_id={campaign.Id}", Sorted(state.Messages.Where(row => row.Status == MessageStatus.PendingApproval && row.CampaignId == campaign.Id), row => row.Ordinal, descending));
                if (Pick(state.Conversations) is not { } conversation) continue;
                await CheckAsync($"conversations/{conversation.Id}/messages?{order}", Sorted(state.Messages.Where(row => row.ConversationId == conversation.Id), row => row.SentAt, descending), inOrder: false);
                await CheckAsync($"contacts/{conversation.ContactId}/conversations?", Sorted(state.Conversations.Where(row => row.ContactId == conversation.ContactId), row => row.LastMessageAt, descending: true));
            }

            await CheckAsync("notifications?", Sorted(state.Notifications, row => row.Ordinal, descending: true));
            await CheckAsync("notifications?type=message_failed&is_read=false", Sorted(state.Notifications.Where(row => row.Type == NotificationType.MessageFailed), row => row.Ordinal, descending: true));
        }

        /// <summary>Every report adds up, and is that of the messages.</summary>
        public async Task CheckReportsAsync()
        {
            MarkusState state = world.State;
            DateOnly today = DateOnly.FromDateTime(state.Now.UtcDateTime);
            DateOnly first = today.AddDays(-random.Next(5));
            bool Has(DateTimeOffset? at) => at is { } instant && DateOnly.FromDateTime(instant.UtcDateTime) >= first && DateOnly.FromDateTime(instant.UtcDateTime) <= today;
            string period = $"start_date={first:yyyy-MM-dd}&end_date={today:yyyy-MM-dd}";
            static string Counts(IEnumerable<MessageRow> messages, Func<DateTimeOffset?, bool> has)
            {
                List<MessageRow> own = [.. messages.Where(message => message.Direction == MessageDirection.Outbound)];
                return $$"""{"sent":{{own.Count(message => has(message.SentAt))}},"delivered":{{own.Count(message => has(message.DeliveredAt))}},"opened":{{own.Count(message => has(message.OpenedAt))}},"bounced":{{own.Count(message => has(message.BouncedAt))}},"failed":{{own.Count(message => has(message.FailedAt))}},"replies":{{messages.Count(message => message.Direction == MessageDirection.Inbound && has(message.SentAt))}}}""";
            }

            JsonNode overview = (await world.GetAsync($"analytics/overview?{period}")).Data;
            overview["messages"]!.ToJsonString().Should().Be(Counts(state.Messages, Has));
            foreach (JsonNode? channel in overview["by_channel"]!.AsArray()) channel!["messages"]!.ToJsonString().Should().Be(Counts(state.Messages.Where(message => message.Channel.Value == (string)channel["channel"]!), Has));
            foreach (string interval in (string[])["day", "week", "month"])
            {
                JsonNode series = (await world.GetAsync($"analytics/performance?{period}&interval={interval}")).Data;
                series["totals"]!.ToJsonString().Should().Be(overview["messages"]!.ToJsonString());
                foreach (string figure in (string[])["sent", "delivered", "opened", "bounced", "replies"]) series["points"]!.AsArray().Sum(point => (int)point![figure]!).Should().Be((int)overview["messages"]![figure]!, $"{figure} by {interval}");
            }

            JsonNode times = (await world.GetAsync($"analytics/response-times?{period}")).Data;
            List<long> waits = [.. state.Conversations.SelectMany(conversation => Pairs([.. state.Messages.Where(message => message.ConversationId == conversation.Id).OrderBy(message => message.SentAt)])).Where(pair => Has(pair.Reply.SentAt)).Select(pair => (long)(pair.Reply.SentAt - pair.Sent.SentAt)!.Value.TotalSeconds).Order()];
            ((int)times["sample_size"]!, (long?)times["fastest_seconds"], (long?)times["slowest_seconds"]).Should().Be((waits.Count, waits.Count == 0 ? null : waits[0], waits.Count == 0 ? null : waits[^1]));
            times["distribution"]!.AsArray().Sum(band => (int)band!["count"]!).Should().Be(waits.Count);
            times["by_channel"]!.AsArray().Sum(channel => (int)channel!["sample_size"]!).Should().Be(waits.Count);

            JsonNode metrics = (await world.GetAsync("conversations/metrics")).Data;
            ((int)metrics["total"]!, (int)metrics["awaiting_reply"]! + (int)metrics["needs_reply"]! + (int)metrics["closed"]!, (int)metrics["unread"]!).Should().Be((state.Conversations.Count, state.Conversations.Count, state.Conversations.Count(row => row.UnreadCount > 0)));
            metrics["by_channel"]!.AsArray().Sum(channel => (int)channel!["messages_sent"]! + (int)channel["messages_received"]!).Should().Be(state.Messages.Count(message => message.ConversationId is not null));

            if (Pick(state.Campaigns.Where(row => row.Status != CampaignStatus.Deleted)) is not { } campaign) return;
            JsonNode report = (await world.GetAsync($"analytics/campaigns/{campaign.Id}?{period}")).Data;
            List<MessageRow> messages = [.. state.Messages.Where(message => message.CampaignId == campaign.Id)];
            report["messages"]!.ToJsonString().Should().Be(Counts(messages, Has));
            report["by_step"]!.AsArray().Sum(step => (int)step!["sent"]!).Should().Be(messages.Count(message => message.SequenceStep is not null && Has(message.SentAt)));
            ((int)report["funnel"]!["contacted"]!, (int)report["funnel"]!["replied"]!).Should().Be((
                messages.Where(message => message.Direction == MessageDirection.Outbound && message.SentAt is not null).Select(message => message.ContactId).Distinct().Count(),
                messages.Where(message => message.Direction == MessageDirection.Inbound).Select(message => message.ContactId).Distinct().Count()));
        }

        private static IEnumerable<(MessageRow Sent, MessageRow Reply)> Pairs(List<MessageRow> messages)
            => messages.Zip(messages.Skip(1)).Where(pair => pair.First.Direction == MessageDirection.Outbound && pair.Second.Direction == MessageDirection.Inbound);

        private async Task CheckAsync(string path, IEnumerable<Row> rows, bool inOrder = true)
        {
            List<string> ids = [];
            for (int page = 1; ; page++)
            {
                MarkusAnswer answer = await world.GetAsync($"{path}&limit=7&page={page}");
                if (answer.Code == "CONT_001") return;
                ids.AddRange(answer.Items.Select(item => (string)item!["id"]!));
                int total = rows.Count();
                answer.Body["pagination"]!.ToJsonString().Should().Be($$"""{"page":{{page}},"limit":7,"total":{{total}},"total_pages":{{(total + 6) / 7}},"has_more":{{(page * 7 < total ? "true" : "false")}}}""", path);
                if (page * 7 >= total) break;
            }

            if (inOrder) ids.Should().Equal(rows.Select(row => row.Id), path);
            else ids.Should().BeEquivalentTo(rows.Select(row => row.Id), path);
        }

        // Nulls last in both directions, ties in creation order, reversed for descending.
        private static List<T> Sorted<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, bool descending)
        {
            List<T> list = [.. rows];
            if (descending) list.Reverse();
            IOrderedEnumerable<T> known = list.OrderBy(row => key(row) is null);
            return [.. descending ? known.ThenByDescending(key) : known.ThenBy(key)];
        }

        private string ChangeSenders()
        {
            MarkusAccount account = world.Fake.Markus.Account;
            switch (random.Next(6))
            {
                case 0: account.SetChannel(Channel.Email, ConnectedAccountStatus.Expired); return "mail is cut off";
                case 1: account.Disconnect(Channel.Email); return "mail is disconnected";
                case 2: account.Connect(Channel.Email, "more@acme.example", random.Next(1, 4)); return "a further sender";
                case 3: account.PlanId = random.Next(2) == 0 ? "starter" : "scale"; return "another plan";
                default: account.SetChannel(Channel.Email, ConnectedAccountStatus.Connected, random.Next(1, 5)); return "another limit of mail";
            }
        }

        private async Task<string> ApproveAsync(MessageRow message)
        {
            CampaignRow campaign = world.State.Campaigns.Find(message.CampaignId)!;
            DateTimeOffset? first = campaign.Status == CampaignStatus.Active ? FirstFreeSlot(campaign, message) : null;
            MarkusAnswer answer = await world.PostAsync($"messages/{message.Id}/approve");
            if (answer.Status != 200) return $"{message.Id} could not be approved: {answer.Text}";
            ((string?)answer.Data["scheduled_at"]).Should().Be(first is { } slot ? Rfc3339.Write(slot) : null);
            return $"{message.Id} was approved";
        }

        private DateTimeOffset FirstFreeSlot(CampaignRow campaign, MessageRow message)
            => FirstFreeSlot(campaign, message.Channel, [.. Outbound.Where(other => (other.SentAt ?? other.ScheduledAt) is not null).Select(other => (other.CampaignId, other.SenderId, (other.SentAt ?? other.ScheduledAt)!.Value))]);

        private IEnumerable<MessageRow> Outbound => world.State.Messages.Where(message => message.Direction == MessageDirection.Outbound);

        // By the contract's own words, minute by minute.
        private DateTimeOffset FirstFreeSlot(CampaignRow campaign, Channel channel, List<(string? Campaign, string? Sender, DateTimeOffset At)> taken)
        {
            MarkusState state = world.State;
            TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(campaign.Settings.Timezone);
            ConnectedAccountRow? sender = state.Channels.Sender(campaign.AccountId, channel);
            DateTime LocalDay(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).Date;
            DateTimeOffset from = campaign.StartDate > state.Now ? campaign.StartDate.Value : state.Now;
            for (DateTimeOffset at = from; ; at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1))
            {
                DateTimeOffset local = TimeZoneInfo.ConvertTime(at, zone);
                string time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
                SendWindow window = campaign.Settings.SendWindow;
                if (!window.Days.Any(day => day.Value == local.DayOfWeek.ToString()[..3].ToLowerInvariant())) continue;
                if (string.CompareOrdinal(time, window.Start) < 0 || string.CompareOrdinal(time, window.End) >= 0) continue;
                if (taken.Count(other => other.Campaign == campaign.Id && LocalDay(other.At) == LocalDay(at)) >= campaign.Settings.DailySendLimit) continue;
                if (sender is not null && taken.Count(other => other.Sender == sender.Id && other.At.UtcDateTime.Date == at.UtcDateTime.Date) >= sender.DailyLimit) continue;
                return at;
            }
        }

        private async Task<string> OnCampaignAsync(string json)
        {
            if (Pick(world.State.Campaigns) is not { } before) return "nothing";
            string[] approved = [.. world.State.ApprovedByCampaign[before.Id].Select(message => message.Id)];
            List<(string?, string?, DateTimeOffset)> others = [.. Outbound.Where(message => !approved.Contains(message.Id) && (message.SentAt ?? message.ScheduledAt) is not null).Select(message => (message.CampaignId, message.SenderId, (message.SentAt ?? message.ScheduledAt)!.Value))];
            string what = await CallAsync("PATCH", $"campaigns/{before.Id}", json);
            CampaignRow after = world.State.Campaigns.Find(before.Id)!;
            bool anew = before.Status != after.Status || before.StartDate != after.StartDate || before.Settings.Timezone != after.Settings.Timezone || before.Settings.DailySendLimit != after.Settings.DailySendLimit
                || (before.Settings.SendWindow.Start, before.Settings.SendWindow.End) != (after.Settings.SendWindow.Start, after.Settings.SendWindow.End) || !before.Settings.SendWindow.Days.ToHashSet().SetEquals(after.Settings.SendWindow.Days);
            if (!anew || after.Status != CampaignStatus.Active) return what;
            foreach (string id in approved)
            {
                MessageRow planned = world.Message(id);
                DateTimeOffset slot = FirstFreeSlot(after, planned.Channel, others);
                (planned.ScheduledAt ?? planned.SentAt ?? planned.FailedAt).Should().Be(slot, $"{id} is one of {approved.Length} that were planned anew in order of approval: {what}");
                others.Add((after.Id, world.State.Channels.Sender(after.AccountId, planned.Channel)?.Id, slot));
            }

            return what;
        }

        private async Task<string> CallAsync(string method, string path, string? json = null)
        {
            MarkusAnswer answer = await world.SendAsync(method, path, json);
            answer.Status.Should().BeLessThan(501).And.NotBe(405, answer.Text);
            if (answer.Status == 500) answer.Code.Should().BeOneOf("MSG_001", "CONV_003");
            return $"{method} {path} {json}: {answer.Status}";
        }

        private T? Pick<T>(IEnumerable<T> rows) where T : class => rows.ToList() is { Count: > 0 } some ? some[random.Next(some.Count)] : null;

        private string Campaign() => random.Next(8) > 0 && Pick(world.State.Campaigns.Where(campaign => campaign.Status != CampaignStatus.Deleted)) is { } campaign ? $"\"{campaign.Id}\"" : "null";

        private string Flag() => random.Next(2) == 0 ? "true" : "false";

        private string Zone() => random.Next(3) switch { 0 => "UTC", 1 => "Europe/Berlin", _ => "America/New_York" };
    }
}

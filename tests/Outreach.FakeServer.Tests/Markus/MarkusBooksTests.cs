using System.Globalization;
using System.Text;
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
        Walk walk = new(world, new Random(seed));
        for (int step = 0; step < 150; step++)
        {
            string what = await walk.StepAsync();
            MarkusBooks.Faults(world).Should().BeEmpty($"that is so after step {step} of seed {seed}: {what}");
            if (step % 50 == 49) await walk.CheckListsAsync();
        }
    }

    /// <summary>Calls, answers and time in a random order.</summary>
    private sealed class Walk(MarkusWorld world, Random random)
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
                    TimeSpan span = TimeSpan.FromMinutes(random.Next(1, 1500));
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

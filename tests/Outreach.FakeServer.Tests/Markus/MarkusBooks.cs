using Outreach.FakeServer.Markus;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Counts everything that a world's Markus keeps as a figure anew from its rows, and looks whether its states fit together.</summary>
internal static class MarkusBooks
{
    private static readonly MessageStatus[] Unsent = [MessageStatus.PendingApproval, MessageStatus.Approved];
    private static readonly MessageStatus[] Gone = [MessageStatus.Sent, MessageStatus.Delivered, MessageStatus.Opened, MessageStatus.Bounced];

    /// <summary>What does not balance; empty when all does.</summary>
    public static IEnumerable<string> Faults(MarkusWorld world)
    {
        MarkusState state = world.State;
        List<MessageRow> messages = [.. state.Messages];
        foreach (CampaignRow campaign in state.Campaigns)
        {
            CampaignCounters counters = campaign.Counters;
            List<MessageRow> own = [.. messages.Where(message => message.CampaignId == campaign.Id)];
            List<MessageRow> outbound = [.. own.Where(message => message.Direction == MessageDirection.Outbound)];
            List<ConversationRow> conversations = [.. state.Conversations.Where(conversation => conversation.CampaignId == campaign.Id)];
            List<MessageRow> planned = [.. outbound.Where(message => message.ScheduledAt is not null)];
            (string Name, int Kept, int Counted)[] figures =
            [
                ("contacts", counters.Contacts, state.Contacts.Count(contact => contact.CampaignId == campaign.Id && contact.DeletedAt is null)),
                ("pending", counters.Pending, outbound.Count(message => message.Status == MessageStatus.PendingApproval)),
                ("approved", counters.Approved, outbound.Count(message => message.Status == MessageStatus.Approved)),
                ("rejected", counters.Rejected, outbound.Count(message => message.Status == MessageStatus.Rejected)),
                ("failed", counters.Failed, outbound.Count(message => message.Status == MessageStatus.Failed)),
                ("sent", counters.Sent, outbound.Count(message => Gone.Contains(message.Status))),
                ("delivered", counters.Delivered, outbound.Count(message => message.DeliveredAt is not null)),
                ("opened", counters.Opened, outbound.Count(message => message.OpenedAt is not null)),
                ("bounced", counters.Bounced, outbound.Count(message => message.BouncedAt is not null)),
                ("replies", counters.Replies, own.Count - outbound.Count),
                ("conversations", counters.Conversations, conversations.Count),
                ("answered conversations", counters.ConversationsReplied, conversations.Count(conversation => conversation.ReceivedCount > 0)),
                ("messages used", counters.MessagesUsed, outbound.Count(message => message.Status == MessageStatus.Approved || Gone.Contains(message.Status))),
                ("planned", counters.Planned, planned.Count),
            ];
            foreach ((string name, int kept, int counted) in figures)
                if (kept != counted) yield return $"{campaign.Id} keeps {kept} {name}, and there are {counted}";

            if (!campaign.IsOpen && outbound.Any(message => Unsent.Contains(message.Status))) yield return $"{campaign.Id} is {campaign.Status} and has unsent messages";
            if (campaign.Status == CampaignStatus.Deleted && conversations.Any(conversation => conversation.IsOpen)) yield return $"{campaign.Id} is deleted and has open conversations";
            if (campaign.Status != CampaignStatus.Active && planned.Count > 0) yield return $"{campaign.Id} is {campaign.Status} and has planned messages";
            if (campaign.Status == CampaignStatus.Active && planned.Count != counters.Approved) yield return $"{campaign.Id} has approved messages without a slot";
            if (planned.Any(message => message.Status != MessageStatus.Approved)) yield return $"{campaign.Id} has planned a message that is not approved";
            if (planned.Any(message => message.ScheduledAt < state.Now)) yield return $"{campaign.Id} has missed a slot";
            bool waits = campaign.NextSend <= planned.Min(message => message.ScheduledAt) && world.Fake.World.Jobs.Jobs.Any(job => job.Kind == SendPlan.SlotJob && job.Subject == campaign.Id && job.Due == campaign.NextSend);
            if (planned.Count > 0 && !waits) yield return $"{campaign.Id} waits for {campaign.NextSend} and would miss its first slot";
            foreach (IGrouping<int, MessageRow> day in planned.GroupBy(message => SendPlan.Window(campaign).LocalDay(message.ScheduledAt!.Value)))
            {
                SendDayRow? kept = state.Plan.CampaignDay(campaign, day.First().ScheduledAt!.Value);
                if (kept?.Planned != day.Count() || kept.Slots.Sum(slot => slot.Messages) != day.Count()) yield return $"{campaign.Id} keeps {kept?.Planned} planned on day {day.Key}, and there are {day.Count()}";
                if (day.Count() > campaign.Settings.DailySendLimit) yield return $"{campaign.Id} has planned more than its limit on day {day.Key}";
            }
        }

        foreach (ConnectedAccountRow sender in state.ConnectedAccounts)
        {
            foreach (IGrouping<DateOnly, MessageRow> day in messages.Where(message => message.SenderId == sender.Id && message.ScheduledAt is not null).GroupBy(message => DateOnly.FromDateTime(message.ScheduledAt!.Value.UtcDateTime)))
                if (state.Plan.SenderDay(sender.Id, day.First().ScheduledAt!.Value)?.Planned != day.Count()) yield return $"{sender.Handle} keeps another number of planned messages than {day.Count()} on {day.Key}";
            int today = messages.Count(message => message.SenderId == sender.Id && message.Direction == MessageDirection.Outbound && message.SentAt is { } at && at.UtcDateTime.Date == state.Now.UtcDateTime.Date);
            if (state.Channels.SentToday(sender) != today) yield return $"{sender.Handle} keeps {state.Channels.SentToday(sender)} sent today, and there are {today}";
        }

        foreach (AccountRow account in state.Accounts)
        {
            List<ContactRow> contacts = [.. state.Contacts.Where(contact => contact.AccountId == account.Id)];
            if (account.ContactCount != contacts.Count(contact => contact.DeletedAt is null)) yield return $"{account.Name} keeps {account.ContactCount} contacts";
            foreach (CampaignStatus status in CampaignStatus.Known)
                if (account.Campaigns.Of(status) != state.Campaigns.Count(campaign => campaign.AccountId == account.Id && campaign.Status == status)) yield return $"{account.Name} keeps {account.Campaigns.Of(status)} campaigns in status {status}";
            PeriodUsage usage = state.Allowances.Usage(account);
            bool InPeriod(DateTimeOffset? at) => at >= state.Allowances.PeriodStart;
            bool OfPlan(MessageRow message) => message.AccountId == account.Id && !AllowanceRules.IsCredit(state.Campaigns.Find(message.CampaignId));
            int used = messages.Count(message => OfPlan(message) && message.Direction == MessageDirection.Outbound
                && (message.Status == MessageStatus.Approved || Gone.Contains(message.Status))
                && InPeriod(message.RetryCount > 0 || message.ApprovedAt is null ? message.SentAt : message.ApprovedAt));
            if (usage.Messages != used) yield return $"{account.Name} keeps {usage.Messages} messages of the period, and there are {used}";
            if (usage.FromManual + usage.FromImport + usage.FromDiscovery != contacts.Count(contact => InPeriod(contact.CreatedAt))) yield return $"{account.Name} keeps another number of contacts created in the period";
        }

        foreach (ContactRow contact in state.Contacts)
        {
            if (contact.DeletedAt is null && contact.Status != ContactStatus.Unsubscribed) continue;
            if (messages.Any(message => message.ContactId == contact.Id && Unsent.Contains(message.Status))) yield return $"{contact.Email} is gone and has unsent messages";
            if (state.ConversationsByContact[contact.Id].Any(conversation => conversation.IsOpen)) yield return $"{contact.Email} is gone and has an open conversation";
        }

        foreach (ConversationRow conversation in state.Conversations)
        {
            List<MessageRow> own = [.. state.MessagesByConversation[conversation.Id]];
            if (conversation.SentCount != own.Count(message => message.Direction == MessageDirection.Outbound)) yield return $"{conversation.Id} keeps {conversation.SentCount} sent";
            if (conversation.ReceivedCount != own.Count(message => message.Direction == MessageDirection.Inbound)) yield return $"{conversation.Id} keeps {conversation.ReceivedCount} received";
            if (conversation.OpenedCount != own.Count(message => message.OpenedAt is not null)) yield return $"{conversation.Id} keeps {conversation.OpenedCount} opened";
            if (conversation.LastMessageId != own[^1].Id || conversation.LastMessageAt != own[^1].SentAt) yield return $"{conversation.Id} shows another message than its last";
            if (!own.Select(message => message.SentAt).SequenceEqual(own.Select(message => message.SentAt).Order())) yield return $"{conversation.Id} is not in order";
            if (conversation.IsOpen && conversation.Status != (conversation.LastMessageDirection == MessageDirection.Inbound ? ConversationStatus.NeedsReply : ConversationStatus.AwaitingReply)) yield return $"{conversation.Id} is {conversation.Status}";
        }
    }
}

using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>
/// Gives approved messages their sending slots. What a campaign sends per local day and a connected account per UTC day is
/// kept as a number each, and a campaign's only job waits for its next slot.
/// </summary>
internal sealed class SendPlan(MarkusState state)
{
    /// <summary>The job that sends what a campaign has planned for an instant.</summary>
    public const string SlotJob = "markus.slot";

    /// <summary>What a connected account sends on the UTC day of an instant; null for nothing yet.</summary>
    public SendDayRow? SenderDay(string senderId, DateTimeOffset at) => Day(senderId, UtcDay(at));

    /// <summary>What a campaign sends on the local day of an instant; null for nothing yet.</summary>
    public SendDayRow? CampaignDay(CampaignRow campaign, DateTimeOffset at) => Day(campaign.Id, Window(campaign).LocalDay(at));

    /// <summary>Plans an approved message of an active campaign for the first free slot.</summary>
    public MessageRow Schedule(MessageRow message)
    {
        CampaignRow campaign = state.Campaigns.Find(message.CampaignId)!;
        AccountRow account = state.Accounts.Find(message.AccountId)!;
        ConnectedAccountRow? sender = state.Channels.Sender(message.AccountId, message.Channel);
        WindowClock window = Window(campaign);
        DateTimeOffset from = campaign.StartDate > state.Now ? campaign.StartDate.Value : state.Now;
        PlanCursor? cursor = campaign.Cursors.FirstOrDefault(cursor => cursor.Channel == message.Channel);
        if (cursor is not null && cursor.Epoch == account.PlanEpoch && cursor.At > from) from = cursor.At;
        DateTimeOffset slot = Find(campaign, sender, window, from);

        Put(campaign.Id, window.LocalDay(slot), day => day with { Planned = day.Planned + 1, Slots = Add(day.Slots, slot, 1) });
        if (sender is not null) Put(sender.Id, UtcDay(slot), day => day with { Planned = day.Planned + 1 });
        state.Campaigns.Update(campaign with
        {
            Counters = campaign.Counters with { Planned = campaign.Counters.Planned + 1 },
            Cursors = [.. campaign.Cursors.Where(other => other.Channel != message.Channel), new PlanCursor(message.Channel, slot, account.PlanEpoch)],
        });
        MessageRow planned = state.Messages.Update(message with { ScheduledAt = slot, SenderId = sender?.Id, UpdatedAt = state.Now });
        Await(campaign.Id, slot);
        return planned;
    }

    /// <summary>Takes a message out of its slot.</summary>
    /// <param name="message">The message.</param>
    /// <param name="free">Whether the slot becomes free for others; not so when the message is being sent in it.</param>
    public MessageRow Unschedule(MessageRow message, bool free = true)
    {
        if (message.ScheduledAt is not { } slot) return message;
        CampaignRow campaign = state.Campaigns.Find(message.CampaignId)!;
        Put(campaign.Id, Window(campaign).LocalDay(slot), day => day with { Planned = day.Planned - 1, Slots = Add(day.Slots, slot, -1) });
        if (message.SenderId is { } sender) Put(sender, UtcDay(slot), day => day with { Planned = day.Planned - 1 });
        state.Campaigns.Update(campaign with { Counters = campaign.Counters with { Planned = campaign.Counters.Planned - 1 } });
        if (free) Reconsider(message.AccountId);
        return state.Messages.Update(message with { ScheduledAt = null, SenderId = null, UpdatedAt = state.Now });
    }

    /// <summary>Counts a message that is being sent now.</summary>
    public void CountSent(CampaignRow? campaign, ConnectedAccountRow sender)
    {
        if (campaign is not null) Put(campaign.Id, Window(campaign).LocalDay(state.Now), day => day with { Sent = day.Sent + 1 });
        Put(sender.Id, UtcDay(state.Now), day => day with { Sent = day.Sent + 1 });
    }

    /// <summary>Lets planning look at earlier days again, since something there became free.</summary>
    public void Reconsider(string accountId) => state.Change(accountId, account => account with { PlanEpoch = account.PlanEpoch + 1 });

    /// <summary>Takes all of a campaign's messages out of their slots.</summary>
    /// <param name="campaign">The campaign as its slots were planned.</param>
    public void Clear(CampaignRow campaign)
    {
        foreach (MessageRow message in state.ApprovedByCampaign[campaign.Id]) Unschedule(message);
    }

    /// <summary>Counts what a campaign has sent on the days around the present anew, after its time zone was changed: its days begin at other instants now.</summary>
    public void CountAnew(CampaignRow campaign)
    {
        const int Around = 2;
        WindowClock window = Window(campaign);
        int today = window.LocalDay(state.Now);
        for (int day = today - Around; day <= today + Around; day++)
            if (Day(campaign.Id, day) is { Sent: > 0 }) Put(campaign.Id, day, row => row with { Sent = 0 });
        foreach (MessageRow message in state.MessagesByCampaign[campaign.Id])
        {
            if (message.Direction == MessageDirection.Outbound && message.SentAt is { } at && window.LocalDay(at) >= today - Around)
                Put(campaign.Id, window.LocalDay(at), row => row with { Sent = row.Sent + 1 });
        }
    }

    /// <summary>Plans all approved messages of an active campaign that have no slot, in order of approval.</summary>
    public void Fill(string campaignId)
    {
        foreach (MessageRow message in state.ApprovedByCampaign[campaignId])
            if (message.ScheduledAt is null) Schedule(message);
    }

    /// <summary>Whether a slot that has been reached still keeps both limits, after what was sent outside the plan.</summary>
    public bool HasRoom(CampaignRow campaign, ConnectedAccountRow sender)
        => (CampaignDay(campaign, state.Now)?.Sent ?? 0) < campaign.Settings.DailySendLimit && (SenderDay(sender.Id, state.Now)?.Sent ?? 0) < sender.DailyLimit;

    /// <summary>Lets the campaign's job wait for its next slot, if any message is planned.</summary>
    public void AwaitNext(string campaignId)
    {
        CampaignRow campaign = state.Campaigns.Update(state.Campaigns.Find(campaignId)! with { NextSend = null });
        if (campaign.Counters.Planned == 0) return;
        for (int day = Window(campaign).LocalDay(state.Now); ; day++)
        {
            if (Day(campaignId, day) is not { Slots: [{ At: { } slot }, ..] }) continue;
            Await(campaignId, slot);
            return;
        }
    }

    /// <summary>Says what lies between the present and a campaign's next slot.</summary>
    public string Why(CampaignRow campaign, DateTimeOffset slot)
    {
        MessageRow? message = state.PlannedMessages.First(MarkusState.InstantKey(campaign.Id, slot));
        ConnectedAccountRow? sender = state.ConnectedAccounts.Find(message?.SenderId);
        WindowClock window = Window(campaign);
        CampaignSettings settings = campaign.Settings;
        List<string> reasons = [];
        DateTimeOffset at = state.Now;
        if (campaign.StartDate is { } start && start > at)
        {
            reasons.Add($"it starts {Rfc3339.Write(start)}");
            at = start;
        }

        while (at < slot)
        {
            DateTimeOffset open = window.Next(at);
            if (open > at) Note($"outside its send window ({settings.SendWindow.Start}-{settings.SendWindow.End} {settings.Timezone})");
            if (open >= slot) break;
            int localDay = window.LocalDay(open);
            if (Day(campaign.Id, localDay) is { } day && IsFull(day, settings.DailySendLimit))
            {
                Note(string.Create(CultureInfo.InvariantCulture, $"its daily limit {day.Sent + day.Planned}/{settings.DailySendLimit}"));
                at = window.After(localDay);
            }
            else if (sender is not null && SenderDay(sender.Id, open) is { } sent && IsFull(sent, sender.DailyLimit))
            {
                Note(string.Create(CultureInfo.InvariantCulture, $"the daily limit of {sender.Channel} {sent.Sent + sent.Planned}/{sender.DailyLimit}"));
                at = new DateTimeOffset(open.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
            }
            else break;
        }

        return reasons.Count == 0 ? "the first slot that was free" : string.Join(", ", reasons);

        void Note(string reason)
        {
            if (!reasons.Contains(reason)) reasons.Add(reason);
        }
    }

    /// <summary>A campaign's window.</summary>
    public static WindowClock Window(CampaignRow campaign) => new(campaign.Settings);

    private DateTimeOffset Find(CampaignRow campaign, ConnectedAccountRow? sender, WindowClock window, DateTimeOffset from)
    {
        DateTimeOffset at = from;
        while (true)
        {
            at = window.Next(at);
            int localDay = window.LocalDay(at);
            if (IsFull(Day(campaign.Id, localDay), campaign.Settings.DailySendLimit)) at = window.After(localDay);
            else if (sender is not null && IsFull(SenderDay(sender.Id, at), sender.DailyLimit)) at = new DateTimeOffset(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
            else return at;
        }
    }

    private void Await(string campaignId, DateTimeOffset slot)
    {
        CampaignRow campaign = state.Campaigns.Find(campaignId)!;
        if (campaign.NextSend <= slot) return;
        state.Campaigns.Update(campaign with { NextSend = slot });
        state.World.Jobs.Schedule(slot, SlotJob, campaignId);
    }

    private static bool IsFull(SendDayRow? day, int limit) => day is not null && day.Sent + day.Planned >= limit;

    private static int UtcDay(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime).DayNumber;

    private SendDayRow? Day(string ownerId, int day) => state.SendDaysByKey.First(Key(ownerId, day));

    private void Put(string ownerId, int number, Func<SendDayRow, SendDayRow> change)
    {
        SendDayRow day = Day(ownerId, number) ?? state.SendDays.Add(new SendDayRow { Key = Key(ownerId, number) });
        state.SendDays.Update(change(day));
    }

    private static string Key(string ownerId, int day) => string.Create(CultureInfo.InvariantCulture, $"{ownerId} {day}");

    private static IReadOnlyList<DaySlot> Add(IReadOnlyList<DaySlot> slots, DateTimeOffset at, int messages)
    {
        List<DaySlot> changed = [.. slots];
        int place = changed.FindIndex(slot => slot.At >= at);
        if (place < 0) changed.Add(new DaySlot(at, messages));
        else if (changed[place].At > at) changed.Insert(place, new DaySlot(at, messages));
        else if (changed[place].Messages + messages > 0) changed[place] = changed[place] with { Messages = changed[place].Messages + messages };
        else changed.RemoveAt(place);
        return changed;
    }
}

using System.Globalization;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The sending of one pass (contract section 6.2).</summary>
internal sealed class CampaignSender(World world, ReachkitModule module, DateTimeOffset now)
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    private ReachkitState State => module.State;

    /// <summary>Sends what a campaign may send in this minute.</summary>
    /// <returns>The next minute in which it may have more to do; null when only a change from outside can bring it.</returns>
    public DateTimeOffset? Send(CampaignRow campaign)
    {
        if (campaign.Inboxes.IsEmpty || campaign.Steps.IsEmpty || campaign.Options.DailyLimit == 0) return null;
        int today = campaign.Schedule.LocalDate(now).DayNumber;
        if (!campaign.Schedule.IsOpen(now)) return NextOpen(campaign, today);

        int dayStart = SlotLedger.DayStart(campaign.Schedule, now);
        int budget = campaign.Options.DailyLimit - SlotLedger.UsedSince(State.Slots, State.TallyOf(campaign).LastSlot, dayStart);
        Sender[] senders = [.. campaign.Inboxes.Select(place => Sender.Of(State, place, dayStart, now))];
        bool busy = senders.Any(sender => sender.WasUsedNow);
        if (budget <= 0) return NextOpen(campaign, today + 1);

        List<int> dueDays = [.. State.TallyOf(campaign).DueDays.Where(due => due <= today)];
        (int sent, bool waits) = SendDue(campaign, dueDays, senders, budget);
        if (waits && sent < budget && (sent > 0 || busy)) return campaign.Schedule.NextOpenMinute(now.AddMinutes(1));
        module.Queue.Tidy(campaign, dueDays);
        return NextOpen(campaign, today + 1);
    }

    /// <summary>Says why an active campaign with something to send does not send now.</summary>
    public string Why(CampaignRow campaign)
    {
        int today = campaign.Schedule.LocalDate(now).DayNumber;
        if (State.TallyOf(campaign).DueDays is [var earliest, ..] && earliest > today)
            return string.Create(CultureInfo.InvariantCulture, $"the next step is due on {DateOnly.FromDayNumber(earliest):yyyy-MM-dd}");
        if (!campaign.Schedule.IsOpen(now)) return $"outside its schedule ({campaign.Schedule.Timezone})";
        int dayStart = SlotLedger.DayStart(campaign.Schedule, now);
        int used = SlotLedger.UsedSince(State.Slots, State.TallyOf(campaign).LastSlot, dayStart);
        if (used >= campaign.Options.DailyLimit) return string.Create(CultureInfo.InvariantCulture, $"its daily limit {used}/{campaign.Options.DailyLimit}");
        Sender[] senders = [.. campaign.Inboxes.Select(place => Sender.Of(State, place, dayStart, now))];
        if (senders.Any(sender => sender.CanSend)) return "an inbox sends one campaign email a minute";
        return string.Join(", ", senders.Select(sender => State.Inboxes.At(sender.Place)!).Zip(senders, (inbox, sender) => inbox.IsActive && inbox.IsConnected
            ? string.Create(CultureInfo.InvariantCulture, $"inbox limit {sender.UsedToday}/{inbox.DailyCampaignLimit} of {inbox.Email}")
            : $"inbox {inbox.Email} is not active and connected"));
    }

    private (int Sent, bool Waits) SendDue(CampaignRow campaign, List<int> dueDays, Sender[] senders, int budget)
    {
        int free = senders.Count(sender => sender.IsUsable);
        if (free == 0) return (0, dueDays.Count > 0);
        PriorityQueue<(GroupRow Group, LeadStateRow Lead), (int Due, long LastSent, int Lead)> heads = new();
        foreach (int due in dueDays)
            foreach (GroupRow group in State.GroupsByBucket[SendingQueue.Bucket(campaign.Ordinal, due)]) Push(group);

        List<int> mailed = [];
        bool waits = false;
        while (mailed.Count < budget && free > 0 && heads.TryDequeue(out (GroupRow Group, LeadStateRow Lead) head, out _))
        {
            (GroupRow group, LeadStateRow current) = head;
            if (group.Position >= campaign.Steps.Length) continue;
            LeadRow lead = State.Leads.At(current.Ordinal)!;
            if (module.Halting.IsHalted(campaign, lead, current))
            {
                module.Queue.Park(current);
                Push(group);
                continue;
            }

            // Leads of a group are alike: what none of the senders or variants can do for one, it can do for none of them.
            if (PickVariant(State.Steps.At(campaign.Steps[group.Position])!) is not { } variant) continue;
            if (PickSender(campaign, group, senders) is not { } sender)
            {
                waits = true;
                continue;
            }

            Mail(campaign, variant, sender, lead, current);
            sender.Use();
            free--;
            mailed.Add(current.Ordinal);
            Push(group);
        }

        foreach (int lead in mailed.Order()) module.Queue.Enqueue(campaign, State.LeadStates.At(lead)!);
        return (mailed.Count, waits || heads.Count > 0);

        void Push(GroupRow group)
        {
            if (State.QueuedLeads.First(group.Id) is { } first)
                heads.Enqueue((group, first), (group.DueDay == 0 ? int.MaxValue : group.DueDay, module.Queue.LastSent(first), first.Ordinal));
        }
    }

    // The usable variant with the fewest emails so far, then by letter.
    private VariantRow? PickVariant(StepRow step)
    {
        VariantRow? best = null;
        foreach (int place in step.Variants)
        {
            VariantRow variant = State.Variants.At(place)!;
            if (variant.Enabled && (best is null || variant.Sent < best.Sent) && !module.Mail.Template(variant).IsBlank) best = variant;
        }

        return best;
    }

    private static Sender? PickSender(CampaignRow campaign, GroupRow group, Sender[] senders)
    {
        bool matches = campaign.Options.EspMatching;
        foreach (Sender sender in senders)
            if (sender.Place == group.Inbox && (!matches || sender.Provider == group.Provider)) return sender.IsUsable ? sender : null;

        Sender? best = null;
        foreach (Sender sender in senders)
        {
            if (!sender.IsUsable || (matches && sender.Provider != group.Provider)) continue;
            if (best is null || sender.UsedToday < best.UsedToday || (sender.UsedToday == best.UsedToday && sender.LastUsed < best.LastUsed)) best = sender;
        }

        return best;
    }

    private void Mail(CampaignRow campaign, VariantRow variant, Sender sender, LeadRow lead, LeadStateRow current)
    {
        InboxRow inbox = State.Inboxes.At(sender.Place)!;
        (string subject, string? html, string? text) = module.Mail.Campaign(campaign, variant, inbox, lead, State.Emails.At(current.LastEmail)?.Subject);
        EmailRow email = State.Emails.Add(new EmailRow
        {
            Lead = lead.Ordinal,
            Previous = current.LastEmail,
            Variant = variant.Ordinal,
            Inbox = inbox.Ordinal,
            SentAt = now,
            Subject = subject,
            Html = html,
            Text = text,
        });
        bool first = current.Emails == 0;
        current = State.LeadStates.Update(current with
        {
            Status = current.Status == LeadStatus.Uncontacted ? LeadStatus.Contacted : current.Status,
            Position = current.Position + 1,
            LastEmail = email.Ordinal,
            Emails = current.Emails + 1,
            Queue = null,
            UpdatedAt = current.Status == LeadStatus.Uncontacted ? now : current.UpdatedAt,
        });
        State.Variants.Update(variant with { Sent = variant.Sent + 1 });
        CampaignTallyRow tally = State.TallyOf(campaign);
        State.Tallies.Update(tally with
        {
            Sent = tally.Sent + 1,
            Contacted = tally.Contacted + (first ? 1 : 0),
            Positions = tally.Positions + 1,
            LastSlot = SlotLedger.Add(State.Slots, tally.LastSlot, now, sent: 1, used: 1),
        });
        InboxTallyRow quota = State.InboxTallies.At(inbox.Ordinal)!;
        State.InboxTallies.Update(quota with { LastUsedAt = now, LastSlot = SlotLedger.Add(State.Slots, quota.LastSlot, now, used: 1) });
        module.Threads.Follow(lead, current, email);
        world.Outbox.Add(new OutboxMessage
        {
            Api = "reachkit",
            MessageId = email.Id,
            CampaignId = campaign.Id,
            SentAt = now,
            From = inbox.Email,
            To = lead.Email,
            Subject = subject,
            Html = html,
            Text = text,
            Headers = module.Mail.Headers(inbox, email.Id, campaign.Options.UnsubscribeOption ? lead.Ordinal : null),
        });
        module.Events.Emit(campaign.Workspace, "campaign.email_sent", now, ("campaign_id", campaign.Id), ("lead_id", lead.Id));
        module.Passes.React(inbox, lead.Email, current.Emails, subject, email, lead);
    }

    // The first open minute of a day, or of the later day on which the next follow-up is due.
    private DateTimeOffset? NextOpen(CampaignRow campaign, int day)
    {
        if (State.TallyOf(campaign).DueDays is not [var earliest, ..]) return null;
        DateOnly date = DateOnly.FromDayNumber(Math.Max(day, earliest));
        DateTimeOffset from = new(date.ToDateTime(TimeOnly.MinValue).AddHours(-15), TimeSpan.Zero);
        while (campaign.Schedule.LocalDate(from) < date) from += HalfHour;
        return campaign.Schedule.NextOpenMinute(from > now ? from : now.AddMinutes(1));
    }

    /// <summary>An attached inbox during a pass.</summary>
    private sealed class Sender(int place, ProviderKind provider, int usedToday, DateTimeOffset lastUsed, bool wasUsedNow, bool canSend)
    {
        public int Place => place;

        public ProviderKind Provider => provider;

        public int UsedToday => usedToday;

        public DateTimeOffset LastUsed => lastUsed;

        public bool WasUsedNow => wasUsedNow;

        public bool CanSend => canSend;

        public bool IsUsable { get; private set; } = canSend && !wasUsedNow;

        public static Sender Of(ReachkitState state, int place, int dayStart, DateTimeOffset now)
        {
            InboxRow inbox = state.Inboxes.At(place)!;
            InboxTallyRow tally = state.InboxTallies.At(place)!;
            int used = SlotLedger.UsedSince(state.Slots, tally.LastSlot, dayStart);
            bool canSend = inbox.IsActive && inbox.IsConnected && used < inbox.DailyCampaignLimit;
            return new Sender(place, LeadProviders.KindOf(inbox.Provider), used, tally.LastUsedAt ?? DateTimeOffset.MinValue, tally.LastUsedAt == now, canSend);
        }

        public void Use() => IsUsable = false;
    }
}

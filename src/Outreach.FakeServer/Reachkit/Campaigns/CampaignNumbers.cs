using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The numbers of a campaign (contract section 3.11), read from counters.</summary>
internal sealed class CampaignNumbers(ReachkitState state, Halting halting)
{
    private const int DaysShown = 30;

    /// <summary>The headline numbers.</summary>
    public CampaignStats Headline(CampaignRow campaign)
    {
        CampaignTallyRow tally = state.TallyOf(campaign);
        return new CampaignStats
        {
            Progress = Progress(campaign),
            SequenceSteps = campaign.Steps.Length,
            LeadsCount = state.LeadsByCampaign.Count(campaign.Id),
            Sent = tally.Sent,
            Contacted = tally.Contacted,
            Replies = tally.Replies,
            ReplyRate = Rate(tally.Replies, tally.Contacted),
            PositiveReplies = tally.Positive,
            PositiveReplyRate = Rate(tally.Positive, tally.Contacted),
            Bounced = tally.Bounced,
            BounceRate = Rate(tally.Bounced, tally.Sent),
        };
    }

    /// <summary>All numbers, days and variants included.</summary>
    public CampaignAnalytics All(CampaignRow campaign, DateTimeOffset now)
    {
        CampaignStats headline = Headline(campaign);
        return new CampaignAnalytics
        {
            Progress = headline.Progress,
            SequenceSteps = headline.SequenceSteps,
            LeadsCount = headline.LeadsCount,
            Sent = headline.Sent,
            Contacted = headline.Contacted,
            Replies = headline.Replies,
            ReplyRate = headline.ReplyRate,
            PositiveReplies = headline.PositiveReplies,
            PositiveReplyRate = headline.PositiveReplyRate,
            Bounced = headline.Bounced,
            BounceRate = headline.BounceRate,
            Daily = Daily(campaign, now),
            Sequences = [.. state.StepsOf(campaign).Select((step, i) => new SequenceStats { Id = step.Id, Step = i + 1, Variants = [.. state.VariantsOf(step).Select(Show)] })],
        };
    }

    /// <summary>Percent of the planned emails that are sent or spared.</summary>
    public int Progress(CampaignRow campaign)
    {
        int steps = campaign.Steps.Length;
        long planned = (long)steps * state.LeadsByCampaign.Count(campaign.Id);
        if (planned == 0) return 0;
        long done = state.TallyOf(campaign).Positions;
        foreach (LeadStateRow halted in halting.Halted(campaign)) done += steps - halted.Position;
        return (int)(100 * done / planned);
    }

    /// <summary>100 × part / whole with two decimals, half away from zero; 0 of nothing.</summary>
    public static double Rate(int part, int whole) => whole == 0 ? 0 : (double)Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);

    private static VariantStats Show(VariantRow variant) => new()
    {
        Id = variant.Id,
        Enabled = variant.Enabled,
        Sent = variant.Sent,
        Replies = variant.Replies,
        ReplyRate = Rate(variant.Replies, variant.Sent),
        PositiveReplies = variant.Positive,
        PositiveReplyRate = Rate(variant.Positive, variant.Sent),
    };

    private CampaignDailyStat[] Daily(CampaignRow campaign, DateTimeOffset now)
    {
        DateOnly first = campaign.Schedule.LocalDate(now).AddDays(1 - DaysShown);
        CampaignDailyStat[] days = [.. Enumerable.Range(0, DaysShown).Select(i => new CampaignDailyStat { Date = first.AddDays(i) })];
        foreach (SlotRow slot in SlotLedger.Back(state.Slots, state.TallyOf(campaign).LastSlot))
        {
            int day = campaign.Schedule.LocalDate(SlotLedger.StartOf(slot.HalfHour)).DayNumber - first.DayNumber;
            if (day < 0) break;
            // A fixture may have set the clock back.
            if (day >= DaysShown) continue;
            days[day] = days[day] with { Sent = days[day].Sent + slot.Sent, Replies = days[day].Replies + slot.Replies };
        }

        return days;
    }
}

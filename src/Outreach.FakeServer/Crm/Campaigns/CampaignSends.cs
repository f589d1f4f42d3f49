using System.Globalization;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The sending of campaigns on the clock: one cursor per campaign over the recipients of its present run.</summary>
internal sealed class CampaignSends
{
    /// <summary>A SCHEDULED campaign starts.</summary>
    public const string StartKind = "crm.campaignStart";

    private const string StepKind = "crm.campaignStep";
    private const int BatchSize = 100;
    private static readonly TimeSpan BatchPause = TimeSpan.FromSeconds(60);
    private readonly CrmRules _rules;

    public CampaignSends(CrmRules rules)
    {
        _rules = rules;
        rules.World.Jobs.Handle(StartKind, StartDue, ExplainStart);
        rules.World.Jobs.Handle(StepKind, StepDue, ExplainStep);
    }

    private CrmState State => _rules.State;

    /// <summary>Makes a campaign ACTIVE and begins its first run.</summary>
    public CampaignRow Start(CampaignRow row)
    {
        row = State.Campaigns.Update(row with
        {
            Value = row.Value with { Status = CampaignStatus.Active, StartedAt = row.Value.StartedAt ?? _rules.Now, UpdatedAt = _rules.Now },
        });
        return row.Value.Type == CampaignType.OneTime || row.Value.Type == CampaignType.Recurring ? BeginRun(row) : row;
    }

    /// <summary>Lets a resumed campaign go on where it stopped.</summary>
    public CampaignRow GoOn(CampaignRow row)
    {
        if (row.Served < row.Recipients.Count) return Plan(row, _rules.World.Clock.Now);
        return row.NextRunAt is { } next ? Plan(row, next > _rules.World.Clock.Now ? next : _rules.World.Clock.Now) : row;
    }

    private void StartDue(Job job)
    {
        if (State.Campaigns.Find(job.Subject) is { } row && Starts(row, job)) Start(row);
    }

    private static bool Starts(CampaignRow row, Job job) => row.Value.Status == CampaignStatus.Scheduled && row.Value.ScheduledAt == job.Due;

    private static bool GoesOn(CampaignRow row, Job job) => row.Value.Status == CampaignStatus.Active && job.Data == row.JobNumber.ToString(CultureInfo.InvariantCulture);

    private string ExplainStart(Job job)
        => State.Campaigns.Find(job.Subject) is not { } row ? "nothing: the campaign is gone"
            : Starts(row, job) ? $"campaign '{row.Value.Name}' starts at its scheduledAt"
            : $"nothing: campaign '{row.Value.Name}' is not scheduled for then any more";

    private string ExplainStep(Job job)
        => State.Campaigns.Find(job.Subject) is not { } row ? "nothing: the campaign is gone"
            : !GoesOn(row, job) ? $"nothing: campaign '{row.Value.Name}' was held or went on otherwise"
            : row.NextRunAt is not null ? $"campaign '{row.Value.Name}' begins its next run ({row.Value.RecurPattern})"
            : string.Create(CultureInfo.InvariantCulture, $"campaign '{row.Value.Name}' sends its next batch; {row.Served} of {row.Recipients.Count} recipients are served");

    private void StepDue(Job job)
    {
        if (State.Campaigns.Find(job.Subject) is not { } row || !GoesOn(row, job)) return;
        if (row.NextRunAt is not null) BeginRun(row);
        else SendBatch(row);
    }

    private CampaignRow BeginRun(CampaignRow row)
    {
        if (State.Segments.Find(row.Value.SegmentId) is not { } segment) return EndRun(row with { Recipients = [], Served = 0 });
        if (segment.Value is { IsActive: true } && segment.Value.Type == SegmentType.Dynamic) segment = _rules.Segments.Recompute(segment);
        List<CustomerRow> members = [.. State.Members.Of(segment.Ordinal).Select(place => State.Customers.At(place)!).Where(customer => customer.Value.Status == CustomerStatus.Active)];
        members.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        row = State.Campaigns.Update(State.Campaigns.Current(row)! with
        {
            Value = row.Value with { TargetCount = members.Count, UpdatedAt = _rules.Now },
            Recipients = [.. members.Select(member => member.Ordinal)],
            Served = 0,
            NextRunAt = null,
        });
        return members.Count == 0 ? EndRun(row) : Plan(row, _rules.World.Clock.Now);
    }

    private void SendBatch(CampaignRow row)
    {
        if (_rules.Messages.Fails())
        {
            State.Campaigns.Update(row with { Value = row.Value with { Status = CampaignStatus.Paused, UpdatedAt = _rules.Now } });
            return;
        }

        int end = Math.Min(row.Served + BatchSize, row.Recipients.Count);
        IReadOnlyList<Channel> channels = [.. row.Value.Channels.Where(CrmMessages.Channels.Contains)];
        int[] delivered = new int[channels.Count];
        int[] bounced = new int[channels.Count];
        for (int i = row.Served; i < end; i++)
        {
            if (State.Customers.At(row.Recipients[i]) is not { } customer || customer.Value.Status != CustomerStatus.Active) continue;
            for (int channel = 0; channel < channels.Count; channel++)
            {
                MessageOutcome outcome = _rules.Messages.Send(customer, channels[channel], Template(row.Value, channels[channel]), row.Id, null);
                if (outcome == MessageOutcome.Delivered) delivered[channel]++;
                else if (outcome == MessageOutcome.Bounced) bounced[channel]++;
            }
        }

        row = State.Campaigns.Current(row)!;
        row = State.Campaigns.Update(row with { Served = end, Value = row.Value with { UpdatedAt = _rules.Now } });
        for (int channel = 0; channel < channels.Count; channel++) row = _rules.Campaigns.CountSent(row, channels[channel], delivered[channel], bounced[channel]);
        if (row.Value.Status != CampaignStatus.Active) return;
        if (end == row.Recipients.Count) EndRun(row);
        else Plan(row, _rules.World.Clock.Now + BatchPause);
    }

    private CampaignRow EndRun(CampaignRow row)
    {
        if (row.Value.Type == CampaignType.Recurring && CronPattern.TryParse(row.Value.RecurPattern ?? "", out CronPattern? pattern)
            && pattern.Next(_rules.World.Clock.Now, CrmZones.Get(row.Value.Timezone)) is { } next && (row.Value.RecurEndAt is not { } end || next < end))
            return Plan(row with { NextRunAt = next }, next);
        return State.Campaigns.Update(row with { Value = row.Value with { Status = CampaignStatus.Completed, CompletedAt = _rules.Now, UpdatedAt = _rules.Now } });
    }

    private CampaignRow Plan(CampaignRow row, DateTimeOffset due)
    {
        row = State.Campaigns.Update(row with { JobNumber = row.JobNumber + 1 });
        _rules.World.Jobs.Schedule(due, StepKind, row.Id, row.JobNumber.ToString(CultureInfo.InvariantCulture));
        return row;
    }

    private static string? Template(Campaign campaign, Channel channel)
        => channel == Channel.Email ? campaign.EmailTemplateId : channel == Channel.Sms ? campaign.SmsTemplateId : channel == Channel.Push ? campaign.PushTemplateId : null;
}

using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Moves customers through journeys: triggers, steps, waits.</summary>
internal sealed class JourneyEngine
{
    private const string WaitKind = "crm.journeyWait";
    private const int MostStepsWithoutWait = 100;

    // A journey's own activities may trigger journeys in turn; a chain longer than this goes no further.
    private const int LongestChain = 10;
    private static readonly DateTimeOffset Latest = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);
    private readonly CrmRules _rules;
    private int _chain;

    public JourneyEngine(CrmRules rules)
    {
        _rules = rules;
        rules.World.Jobs.Handle(WaitKind, WaitOver, Explain, of: rules.State.Enrollments);
    }

    private CrmState State => _rules.State;

    /// <summary>Lets an activity trigger journeys.</summary>
    public void OnActivity(CustomerRow customer, ActivityRow activity)
        => Trigger(customer, State.ActiveJourneysByTrigger[CrmState.Key(activity.Value.TenantId!, activity.Value.Type)], static _ => true);

    /// <summary>Lets an entry into a segment trigger journeys.</summary>
    public void OnEntered(SegmentRow segment, CustomerRow customer)
        => Trigger(customer, Watching(segment), journey => Watches(journey, segment));

    /// <summary>Whether a journey waits for entries into a segment.</summary>
    public bool Watches(SegmentRow segment) => Watching(segment).Any(journey => Watches(journey, segment));

    /// <summary>Runs the first steps of a new enrollment.</summary>
    public void Begin(EnrollmentRow row) => Run(row, _rules.Steps.Rows(row.Value.JourneyId).FirstOrDefault());

    /// <summary>Moves those on whose wait has ended while the journey was held.</summary>
    public void ResumeWaiting(JourneyRow journey)
    {
        DateTimeOffset now = _rules.World.Clock.Now;
        List<EnrollmentRow> due = [.. State.ActiveEnrollmentsByJourney[journey.Id].Where(row => row.Value.NextActionAt <= now)];
        foreach (EnrollmentRow row in due.OrderBy(row => row.Value.NextActionAt).ThenBy(row => row.Id, StringComparer.Ordinal)) GoOn(row);
    }

    private static bool Watches(JourneyRow journey, SegmentRow segment)
        => string.Equals(journey.Value.TriggerConfig?.SegmentId, segment.Id, StringComparison.OrdinalIgnoreCase);

    private Index<JourneyRow>.Rows Watching(SegmentRow segment) => State.ActiveJourneysByTrigger[CrmState.Key(segment.Value.TenantId, JourneyTriggers.SegmentEntered)];

    private void Trigger(CustomerRow customer, Index<JourneyRow>.Rows journeys, Func<JourneyRow, bool> concerns)
    {
        if (journeys.Count == 0 || _chain >= LongestChain || customer.Value.Status != CustomerStatus.Active) return;
        _chain++;
        try
        {
            // The oldest journey first: the order of activation does not outlive a state file.
            foreach (JourneyRow journey in journeys.Where(concerns).OrderBy(journey => journey.Ordinal).ToList())
            {
                Customer profile = State.Customers.Current(customer)!.Value;
                if (journey.Value.TriggerConfig?.Conditions is { Count: > 0 } conditions && !CriteriaCompiler.Compile(conditions)(profile)) continue;
                _rules.Enrollments.TryEnroll(journey, customer);
            }
        }
        finally
        {
            _chain--;
        }
    }

    private void WaitOver(Job job)
    {
        if (State.Enrollments.Find(job.Subject) is { } row && row.Value.Status == EnrollmentStatus.Active && row.Value.NextActionAt == job.Due
            && State.Journeys.Find(row.Value.JourneyId)?.Value.Status == JourneyStatus.Active)
            GoOn(row);
    }

    private string Explain(Job job)
    {
        if (State.Enrollments.Find(job.Subject) is not { } row || State.Journeys.Find(row.Value.JourneyId) is not { } journey) return "nothing: the enrollment is gone";
        string wait = $"the wait of {State.Customers.Find(row.Value.CustomerId)?.Who() ?? $"customer {row.Value.CustomerId}"} in journey '{journey.Value.Name}'";
        if (row.Value.Status != EnrollmentStatus.Active || row.Value.NextActionAt != job.Due) return $"nothing: {wait} is over or was changed";
        return journey.Value.Status == JourneyStatus.Active ? $"{wait} ends" : $"{wait} ends, and nothing is done: the journey is not active";
    }

    private void GoOn(EnrollmentRow row)
    {
        List<JourneyStepRow> steps = _rules.Steps.Rows(row.Value.JourneyId);
        JourneyStepRow? waited = steps.Find(step => step.Id == row.Value.CurrentStepId);
        row = State.Enrollments.Update(row with { Value = row.Value with { NextActionAt = null } });
        Run(row, waited is null ? null : Following(waited.Value, steps));
    }

    private void Run(EnrollmentRow row, JourneyStepRow? step)
    {
        List<JourneyStepRow> steps = _rules.Steps.Rows(row.Value.JourneyId);
        while (true)
        {
            row = State.Enrollments.Current(row)!;
            if (row.Value.Status != EnrollmentStatus.Active) return;
            if (step is null || step.Value.Type == JourneyStepType.End)
            {
                _rules.Enrollments.End(row, row.Value with { Status = EnrollmentStatus.Completed, CompletedAt = _rules.Now });
                return;
            }

            if (row.StepsSinceWait >= MostStepsWithoutWait)
            {
                _rules.Enrollments.End(row, row.Value with { Status = EnrollmentStatus.Failed, ExitedAt = _rules.Now, ExitReason = "too_many_steps" });
                return;
            }

            row = State.Enrollments.Update(row with { Value = row.Value with { CurrentStepId = step.Id }, StepsSinceWait = row.StepsSinceWait + 1 });
            if (step.Value.Type == JourneyStepType.Wait)
            {
                Wait(row, step.Value.Config);
                return;
            }

            step = Do(row, step.Value, steps);
        }
    }

    private void Wait(EnrollmentRow row, JourneyStepConfig config)
    {
        DateTimeOffset due = WaitEnd(config, CrmZones.Get(State.Journeys.Find(row.Value.JourneyId)!.Value.Timezone));
        State.Enrollments.Update(row with { Value = row.Value with { NextActionAt = due }, StepsSinceWait = 0 });
        _rules.World.Jobs.Schedule(due, WaitKind, row.Id);
    }

    // Hours are exact; days and weeks keep the time on the zone's wall clocks.
    private DateTimeOffset WaitEnd(JourneyStepConfig config, TimeZoneInfo zone)
    {
        long duration = config.Duration ?? 1;
        double days = config.Unit == WaitUnit.Hours ? duration / 24.0 : config.Unit == WaitUnit.Weeks ? duration * 7 : duration;
        DateTimeOffset now = _rules.Now;
        if (days > (Latest - now).TotalDays - 2) return Latest;
        return config.Unit == WaitUnit.Hours ? now.AddHours(duration) : CrmZones.At(zone, TimeZoneInfo.ConvertTime(now, zone).DateTime.AddDays(days));
    }

    private JourneyStepRow? Do(EnrollmentRow row, JourneyStep step, List<JourneyStepRow> steps)
    {
        CustomerRow customer = State.Customers.Find(row.Value.CustomerId)!;
        switch (step.Type.Value)
        {
            case "SEND":
                Send(row, customer, step.Config);
                break;
            case "UPDATE":
                Update(customer, step.Config);
                break;
            case "CONDITION":
                string? branch = Holds(row, customer, step.Config) ? step.NextStepYesId : step.NextStepNoId;
                if (branch is not null) return Step(branch, steps);
                break;
            case "SPLIT":
                return Arm(row, step.Config.Variants ?? []) is { NextStepId: { } next } ? Step(next, steps) : null;
        }

        return Following(step, steps);
    }

    private void Send(EnrollmentRow row, CustomerRow customer, JourneyStepConfig config)
    {
        JourneyRow journey = State.Journeys.Find(row.Value.JourneyId)!;
        if (config.Channel is not { } channel || _rules.Messages.Fails()) return;
        MessageOutcome outcome = _rules.Messages.Send(customer, channel, config.TemplateId, journey.Value.CampaignId, journey.Id);
        if (State.Campaigns.Find(journey.Value.CampaignId) is { } campaign)
            _rules.Campaigns.CountSent(campaign, channel, outcome == MessageOutcome.Delivered ? 1 : 0, outcome == MessageOutcome.Bounced ? 1 : 0);
    }

    private void Update(CustomerRow customer, JourneyStepConfig config)
    {
        UpdateCustomerRequest change = new();
        if (config.Set is { Count: > 0 } set)
            change = CustomerInput.Update(new Fields(JsonSerializer.SerializeToElement(set, CrmJson.Default.IReadOnlyDictionaryStringJsonScalar), []));
        IReadOnlyList<string> tags = State.Customers.Current(customer)!.Value.Tags ?? [];
        if (config.AddTags is not null || config.RemoveTags is not null)
            change = change with { Tags = [.. tags.Union(config.AddTags ?? [], StringComparer.Ordinal).Except(config.RemoveTags ?? [], StringComparer.Ordinal)] };
        _rules.Customers.TryUpdate(State.Customers.Current(customer)!, change);
    }

    private bool Holds(EnrollmentRow row, CustomerRow customer, JourneyStepConfig config)
        => (config.Criteria is not { } criteria || CriteriaCompiler.Compile(criteria)(State.Customers.Current(customer)!.Value))
            && (string.IsNullOrEmpty(config.EventType) || State.ActivitiesByCustomer[customer.Id].Any(activity => activity.Value.Type == config.EventType && activity.Value.OccurredAt >= row.Value.EnrolledAt));

    private static JourneySplitVariant? Arm(EnrollmentRow row, IReadOnlyList<JourneySplitVariant> variants)
    {
        ulong draw = Permutation.Hash(0, row.Id) % 100;
        double reached = 0;
        foreach (JourneySplitVariant variant in variants)
        {
            reached += variant.Percentage;
            if (draw < reached) return variant;
        }

        return variants.Count == 0 ? null : variants[^1];
    }

    private static JourneyStepRow? Following(JourneyStep step, List<JourneyStepRow> steps)
        => step.NextStepId is { } next ? Step(next, steps) : steps.Find(other => other.Value.StepNumber == step.StepNumber + 1);

    private static JourneyStepRow? Step(string id, List<JourneyStepRow> steps) => steps.Find(step => string.Equals(step.Id, id, StringComparison.OrdinalIgnoreCase));
}

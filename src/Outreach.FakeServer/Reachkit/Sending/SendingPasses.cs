using System.Globalization;
using System.Text.Json;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>
/// The passes of the virtual clock (contract section 6): whole minutes, but only those in which something can happen.
/// </summary>
internal sealed class SendingPasses
{
    private const string PassJob = "reachkit.pass";
    private const string IncomingJob = "reachkit.incoming";
    private const string BounceJob = "reachkit.bounce";
    private const string UnsubscribeJob = "reachkit.unsubscribe";
    private static readonly JobData Mail = new("an incoming email", static data => data is not null && IsMail(data));

    private readonly World _world;
    private readonly ReachkitModule _module;
    private readonly Index<InboxTallyRow> _warmed;

    public SendingPasses(World world, ReachkitModule module)
    {
        _world = world;
        _module = module;
        _warmed = module.State.InboxTallies.IndexBy(row => row.WarmupDays > 0 ? "warmed" : null);
        world.Jobs.Handle(PassJob, _ => Run(), Explain);
        world.Jobs.Handle(IncomingJob, job => Arrive(job.Subject, job.Data!), ExplainIncoming, of: module.State.Inboxes, data: Mail);
        world.Jobs.Handle(BounceJob, job => Bounce(job.Subject), job => $"the campaign email to {LeadOf(job.Subject)} bounces");
        world.Jobs.Handle(UnsubscribeJob, job => Unsubscribe(job.Subject), job => $"{State.Leads.Find(job.Subject)?.Email ?? $"lead {job.Subject}"} uses the unsubscribe link");
    }

    private ReachkitState State => _module.State;

    /// <summary>Lets the next whole minute have a pass, since something changed from outside; not while nothing sends or warms.</summary>
    public void Wake()
    {
        if (State.ActiveCampaigns.Count("active") == 0 && State.WarmingInboxes.Count("warming") == 0) return;
        State.Plan.Value = State.Plan.Value with { IsDirty = true };
        Plan(NextMinute(_world.Clock.Now));
    }

    /// <summary>Lets a pass find the provider of a new lead.</summary>
    public void WakeToDetect(DateTimeOffset createdAt) => Plan(MinuteAt(createdAt.AddSeconds(60)));

    /// <summary>Lets an email arrive at its time; one without a time, or with one that has passed, at once.</summary>
    public void Schedule(ReachkitIncomingMail mail)
        => _world.Jobs.Schedule(mail.At ?? _world.Clock.Now, IncomingJob, mail.InboxId, JsonSerializer.Serialize(mail, ReachkitStateJson.Default.ReachkitIncomingMail));

    /// <summary>Lets a recipient react to an email as the world's rules say.</summary>
    public void React(InboxRow inbox, string address, int nth, string subject, EmailRow? email, LeadRow? lead)
    {
        foreach (Reaction reaction in _world.Recipients.To("reachkit", address, nth))
        {
            DateTimeOffset now = _world.Clock.Now;
            switch (reaction.Kind)
            {
                case ReactionKind.Reply:
                    Schedule(Answer(inbox, address, subject, reaction.Text ?? "Thanks, sounds good.", now + (reaction.After ?? TimeSpan.FromHours(1)), isAutoReply: false));
                    break;
                case ReactionKind.OutOfOffice:
                    Schedule(Answer(inbox, address, subject, reaction.Text ?? "I am out of office.", now + (reaction.After ?? TimeSpan.FromMinutes(1)), isAutoReply: true));
                    break;
                case ReactionKind.Bounce or ReactionKind.Refuse when email is not null:
                    _world.Jobs.Schedule(now + (reaction.After ?? TimeSpan.FromMinutes(1)), BounceJob, email.Id);
                    break;
                case ReactionKind.Unsubscribe when lead is not null:
                    _world.Jobs.Schedule(now + (reaction.After ?? TimeSpan.FromMinutes(30)), UnsubscribeJob, lead.Id);
                    break;
            }
        }
    }

    private static ReachkitIncomingMail Answer(InboxRow inbox, string from, string subject, string text, DateTimeOffset at, bool isAutoReply) => new()
    {
        InboxId = inbox.Id,
        From = from,
        Subject = ReplySubject.To(subject),
        Text = text,
        At = at,
        IsAutoReply = isAutoReply,
    };

    private static DateTimeOffset MinuteAt(DateTimeOffset instant)
        => new((instant.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private static DateTimeOffset NextMinute(DateTimeOffset now) => new((now.UtcTicks / TimeSpan.TicksPerMinute + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private void Arrive(string inboxId, string data)
        => _module.Threads.Receive(JsonSerializer.Deserialize(data, ReachkitStateJson.Default.ReachkitIncomingMail)! with { InboxId = inboxId });

    private static bool IsMail(string data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, StateJson.Of(ReachkitStateJson.Default.ReachkitIncomingMail)) is { } mail && ReachkitFields.NormaliseEmail(mail.From) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Bounce(string id)
    {
        if (State.Emails.Find(id) is { } email) _module.Leads.Bounce(email);
    }

    private void Unsubscribe(string id)
    {
        if (State.Leads.Find(id) is { } lead) _module.Leads.Unsubscribe(lead);
    }

    private void Plan(DateTimeOffset minute)
    {
        PassPlan plan = State.Plan.Value;
        if (plan.Due <= minute) return;
        if (plan.Due is { } later) _world.Jobs.Cancel(new Job(later, plan.Order, PassJob, "", null));
        Job job = _world.Jobs.Schedule(minute, PassJob, "", null);
        State.Plan.Value = plan with { Due = minute, Order = job.Order };
    }

    private string Explain(Job job)
    {
        if (State.Plan.Value.IsDirty) return "looks at all active campaigns, since something changed";
        List<string> reasons = [.. State.ActiveCampaigns["active"].Where(campaign => State.TallyOf(campaign).NextPass == job.Due).Select(campaign => $"campaign '{campaign.Name}' may send again: {new CampaignSender(_world, _module, _world.Clock.Now).Why(campaign)}")];
        if (State.Leads.At(State.Plan.Value.Detected) is { } lead && MinuteAt(lead.CreatedAt.AddSeconds(60)) == job.Due) reasons.Add("the provider of new leads is found");
        if (job.Due.TimeOfDay == TimeSpan.Zero) reasons.Add("a day of warmup begins");
        return reasons.Count == 0 ? "looks for campaign mail that can go out" : string.Join("; ", reasons);
    }

    private string ExplainIncoming(Job job)
    {
        ReachkitIncomingMail mail = JsonSerializer.Deserialize(job.Data!, ReachkitStateJson.Default.ReachkitIncomingMail)!;
        return $"an email from {mail.From} to {State.Inboxes.Find(job.Subject)?.Email ?? $"inbox {job.Subject}"} arrives: '{mail.Subject}'";
    }

    private string LeadOf(string emailId) => State.Emails.Find(emailId) is { } email && State.Leads.At(email.Lead) is { } lead ? lead.Email : $"a lead that is gone ({emailId})";

    private void Run()
    {
        DateTimeOffset now = _world.Clock.Now;
        PassPlan plan = State.Plan.Value;
        if (AwaitsEvents(now))
        {
            State.Plan.Value = plan with { Due = now, Order = _world.Jobs.Schedule(now, PassJob, "", null).Order };
            return;
        }

        int detected = _module.Leads.Detect(plan.Detected, now);
        bool dirty = plan.IsDirty || detected > plan.Detected;
        State.Plan.Value = new PassPlan(null, 0, false, detected);

        foreach (InboxRow inbox in State.WarmingInboxes["warming"]) Warmup.Book(State, inbox, now);
        CampaignSender sender = new(_world, _module, now);
        foreach (CampaignRow campaign in ActiveCampaigns())
        {
            if (!dirty && State.TallyOf(campaign).NextPass is var next && !(next <= now)) continue;
            DateTimeOffset? after = sender.Send(campaign);
            State.Tallies.Update(State.TallyOf(campaign) with { NextPass = after });
        }

        if (dirty || now.TimeOfDay == TimeSpan.Zero) ProtectHealth(now);
        PlanNext(now);
    }

    // What happens at the instant of a pass happens before it, whichever of the two was planned first.
    private bool AwaitsEvents(DateTimeOffset now)
        => _world.Jobs.Next is { } next && next.Due <= now
        && _world.Jobs.Jobs.TakeWhile(job => job.Due <= now).Any(job => job.Kind is IncomingJob or BounceJob or UnsubscribeJob);

    private List<CampaignRow> ActiveCampaigns() => [.. State.ActiveCampaigns["active"].OrderBy(campaign => campaign.LaunchedAt).ThenBy(campaign => campaign.Ordinal)];

    private void ProtectHealth(DateTimeOffset now)
    {
        foreach (InboxTallyRow tally in _warmed["warmed"].OrderBy(tally => tally.Ordinal))
        {
            InboxRow inbox = State.Inboxes.At(tally.Ordinal)!;
            ReachkitSettings settings = State.Workspaces.At(inbox.Workspace)!.Settings;
            if (!settings.HealthProtection || Warmup.Health(State, inbox, now) >= settings.HealthThreshold) continue;
            foreach (CampaignRow campaign in ActiveCampaigns().Where(campaign => campaign.Inboxes.Contains(inbox.Ordinal)))
                CampaignRules.SetStatus(_module, campaign, CampaignStatus.Paused, now);
        }
    }

    private void PlanNext(DateTimeOffset now)
    {
        foreach (CampaignRow campaign in State.ActiveCampaigns["active"])
            if (State.TallyOf(campaign).NextPass is { } next) Plan(next);
        for (int place = State.Plan.Value.Detected; place < State.Leads.Extent; place++)
        {
            if (State.Leads.At(place) is not { } lead) continue;
            WakeToDetect(lead.CreatedAt);
            break;
        }

        // Warmup books anew at midnight, and health changes as old days fall out of its seven.
        if (State.WarmingInboxes.Count("warming") > 0
            || _warmed["warmed"].Any(tally => Warmup.Stats(State, State.Inboxes.At(tally.Ordinal)!, now).SavedFromSpam > 0))
            Plan(new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero));
    }
}

using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>What becomes of campaigns: defaults, transitions, options, removal (contract sections 3.2, 4 and 5).</summary>
internal static class CampaignRules
{
    private static readonly CampaignOptions Defaults = new() { DailyLimit = 100, StopOnReply = true };

    /// <summary>Makes a draft with one step and one empty variant.</summary>
    public static CampaignRow Create(ReachkitModule module, int workspace, string name, DateTimeOffset now)
    {
        ReachkitState state = module.State;
        CampaignRow campaign = state.Campaigns.Add(new CampaignRow
        {
            Workspace = workspace,
            Name = name,
            Status = CampaignStatus.Draft,
            Options = Defaults,
            Schedule = SendingSchedule.Default,
            CreatedAt = now,
            UpdatedAt = now,
        });
        state.Tallies.Add(new CampaignTallyRow { Id = campaign.Id });
        SequenceRules.AddStep(module, campaign, SequenceRules.DefaultDelay);
        return state.Campaigns.Current(campaign)!;
    }

    /// <summary>Refuses a change of state that the contract does not know, and a launch of what cannot be launched.</summary>
    public static void CheckTransition(ReachkitState state, CampaignRow campaign, CampaignStatus target)
    {
        if (campaign.Status == target) return;
        if (campaign.Status == CampaignStatus.Draft && target == CampaignStatus.Paused)
            throw ReachkitError.Rule("invalid_status_transition", "status", $"cannot change from {campaign.Status} to {target}");
        if (target != CampaignStatus.Active) return;
        List<KeyValuePair<string, IReadOnlyList<string>>> missing = [];
        if (!state.StepsOf(campaign).SelectMany(state.VariantsOf).Any(variant => VariantTemplate.IsUsable(variant.Enabled, variant.Subject, variant.BodyHtml)))
            missing.Add(new("variants", ["must have an enabled variant with a subject or a body"]));
        if (campaign.Inboxes.IsEmpty) missing.Add(new("inboxes", ["must have at least one inbox"]));
        if (missing.Count > 0) throw new ReachkitError(422, "campaign_not_launchable", missing);
    }

    /// <summary>Saves a change that has been checked.</summary>
    public static CampaignRow Update(ReachkitModule module, CampaignRow old, string name, CampaignOptions options, CampaignStatus status, DateTimeOffset now)
    {
        if (name == old.Name && options == old.Options && status == old.Status) return old;
        CampaignRow campaign = module.State.Campaigns.Update(old with { Name = name, Options = options, UpdatedAt = now });
        if (options.UnsubscribeOption != old.Options.UnsubscribeOption) SequenceRules.ApplyUnsubscribeOption(module.State, campaign);
        if (options.StopOnReply != old.Options.StopOnReply || options.StopOnCompanyReply != old.Options.StopOnCompanyReply) module.Queue.UnparkAll(campaign);
        if (status != old.Status) campaign = SetStatus(module, campaign, status, now);
        module.Passes.Wake();
        return campaign;
    }

    /// <summary>Moves a campaign to another state, with the event that goes with it.</summary>
    public static CampaignRow SetStatus(ReachkitModule module, CampaignRow campaign, CampaignStatus status, DateTimeOffset now)
    {
        bool launch = campaign.Status == CampaignStatus.Draft;
        campaign = module.State.Campaigns.Update(campaign with { Status = status, UpdatedAt = now, LaunchedAt = campaign.LaunchedAt ?? now });
        string type = status == CampaignStatus.Paused ? "campaign.paused" : launch ? "campaign.launched" : "campaign.resumed";
        module.Events.Emit(campaign.Workspace, type, now, ("campaign_id", campaign.Id));
        return campaign;
    }

    /// <summary>Removes a campaign with all that is its own; its threads stay, without a lead.</summary>
    public static void Delete(ReachkitModule module, CampaignRow campaign)
    {
        ReachkitState state = module.State;
        foreach (LeadRow lead in state.LeadsByCampaign[campaign.Id]) module.Leads.Remove(campaign, lead, counted: false);
        module.Queue.Clear(campaign);
        foreach (StepRow step in state.StepsOf(campaign).ToList())
        {
            foreach (VariantRow variant in state.VariantsOf(step)) state.Variants.Remove(variant);
            state.Steps.Remove(step);
        }

        CampaignTallyRow tally = state.TallyOf(campaign);
        foreach (SlotRow slot in SlotLedger.Back(state.Slots, tally.LastSlot).ToList()) state.Slots.Remove(slot);
        state.Tallies.Remove(tally);
        state.Campaigns.Remove(campaign);
    }
}

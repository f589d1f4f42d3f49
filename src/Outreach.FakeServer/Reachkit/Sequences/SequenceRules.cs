namespace Outreach.FakeServer.Reachkit;

/// <summary>What becomes of steps and variants (contract section 3.6).</summary>
internal static class SequenceRules
{
    /// <summary>Days to the next step unless said otherwise.</summary>
    public const int DefaultDelay = 3;

    /// <summary>Puts a step with one empty variant at the end.</summary>
    public static StepRow AddStep(ReachkitModule module, CampaignRow campaign, int delayDays)
    {
        ReachkitState state = module.State;
        StepRow step = state.Steps.Add(new StepRow { Campaign = campaign.Ordinal, DelayDays = delayDays });
        AddVariant(state, campaign, step, new VariantRow { Campaign = campaign.Ordinal, Step = step.Ordinal });
        campaign = state.Campaigns.Update(campaign with { Steps = campaign.Steps.Add(step.Ordinal) });

        // Leads that had finished go on.
        if (state.TallyOf(campaign).Contacted > 0) module.Queue.Rebuild(campaign);
        module.Passes.Wake();
        return state.Steps.Current(step)!;
    }

    /// <summary>Puts a variant at the end of a step.</summary>
    public static VariantRow AddVariant(ReachkitState state, CampaignRow campaign, StepRow step, VariantRow variant)
    {
        variant = state.Variants.Add(Saved(campaign, variant));
        state.Steps.Update(step with { Variants = step.Variants.Add(variant.Ordinal) });
        return variant;
    }

    /// <summary>Removes a step; later ones move up, and leads that are at or past it with them.</summary>
    public static void RemoveStep(ReachkitModule module, CampaignRow campaign, StepRow step)
    {
        ReachkitState state = module.State;
        int number = campaign.Steps.IndexOf(step.Ordinal) + 1;
        foreach (VariantRow variant in state.VariantsOf(step)) state.Variants.Remove(variant);
        state.Steps.Remove(step);
        campaign = state.Campaigns.Update(campaign with { Steps = campaign.Steps.Remove(step.Ordinal) });
        CampaignTallyRow tally = state.TallyOf(campaign);
        if (tally.Contacted > 0)
        {
            int moved = 0;
            foreach (LeadRow lead in state.LeadsByCampaign[campaign.Id])
            {
                LeadStateRow current = state.StateOf(lead);
                if (current.Position < number) continue;
                state.LeadStates.Update(current with { Position = current.Position - 1 });
                moved++;
            }

            state.Tallies.Update(tally with { Positions = tally.Positions - moved });
            module.Queue.Rebuild(campaign);
        }

        module.Passes.Wake();
    }

    /// <summary>A variant as it is stored: its text derived, its unsubscribe link there if the campaign wants one.</summary>
    public static VariantRow Saved(CampaignRow campaign, VariantRow variant)
    {
        string? html = campaign.Options.UnsubscribeOption ? UnsubscribeBlock.Add(variant.BodyHtml) : variant.BodyHtml;
        return variant with { BodyHtml = html, BodyText = VariantHtml.ToText(html) };
    }

    /// <summary>Puts the unsubscribe link into every variant, or takes it out.</summary>
    public static void ApplyUnsubscribeOption(ReachkitState state, CampaignRow campaign)
    {
        foreach (VariantRow variant in state.StepsOf(campaign).SelectMany(state.VariantsOf).ToList())
            state.Variants.Update(Saved(campaign, campaign.Options.UnsubscribeOption ? variant : variant with { BodyHtml = UnsubscribeBlock.Remove(variant.BodyHtml) }));
    }
}

using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The operations of steps (contract section 3.6).</summary>
internal static class SequencesEndpoints
{
    private const int LongestDelay = 365;

    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("sequences.list", List);
        routes.Map("sequences.create", Create);
        routes.Map("sequences.update", Update);
        routes.Map("sequences.delete", Delete);
    }

    /// <summary>The step in the path.</summary>
    public static StepRow Step(ReachkitCall call, CampaignRow campaign)
        => call.State.Steps.Find(call.Path("sequence_id")) is { } step && step.Campaign == campaign.Ordinal ? step : throw ReachkitError.NotFound();

    private static FakeResponse List(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        return ReachkitAnswer.Data(call.State.StepsOf(campaign).Select(step => Show(call.State, campaign, step)).ToList(), ReachkitJson.Default.ListSequence);
    }

    private static FakeResponse Create(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        long? delay = call.Fields().Integer("delay_days", min: 1, max: LongestDelay).Or(null);
        call.Check();
        StepRow step = SequenceRules.AddStep(call.Module, campaign, (int)(delay ?? SequenceRules.DefaultDelay));
        return ReachkitAnswer.Data(Show(call.State, call.Campaign(), step), ReachkitJson.Default.Sequence, 201);
    }

    private static FakeResponse Update(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        StepRow step = Step(call, campaign);
        long? delay = call.Fields().Integer("delay_days", required: true, min: 1, max: LongestDelay).Or(null);
        call.Check();
        if (step.DelayDays != delay)
        {
            step = call.State.Steps.Update(step with { DelayDays = (int)delay!.Value });
            if (call.State.TallyOf(campaign).Contacted > 0) call.Module.Queue.Rebuild(campaign);
            call.Module.Passes.Wake();
        }

        return ReachkitAnswer.Data(Show(call.State, campaign, step), ReachkitJson.Default.Sequence);
    }

    private static FakeResponse Delete(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        SequenceRules.RemoveStep(call.Module, campaign, Step(call, campaign));
        return ReachkitAnswer.NoContent();
    }

    private static Sequence Show(ReachkitState state, CampaignRow campaign, StepRow step) => new()
    {
        Id = step.Id,
        Step = campaign.Steps.IndexOf(step.Ordinal) + 1,
        DelayDays = campaign.Steps[^1] == step.Ordinal ? null : step.DelayDays,
        Variants = [.. state.VariantsOf(step).Select((variant, i) => new SequenceVariant
        {
            Id = variant.Id,
            Letter = VariantLetter.At(i),
            Subject = variant.Subject,
            BodyHtml = variant.BodyHtml,
            BodyText = variant.BodyText,
            Enabled = variant.Enabled,
        })],
    };
}

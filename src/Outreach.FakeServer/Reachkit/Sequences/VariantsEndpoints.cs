using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The operations of variants (contract sections 3.6 to 3.9).</summary>
internal static class VariantsEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("sequences.createVariant", Create);
        routes.Map("sequences.updateVariant", Update);
        routes.Map("sequences.deleteVariant", Delete);
    }

    private static FakeResponse Create(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        StepRow step = SequencesEndpoints.Step(call, campaign);
        VariantRow variant = Read(call, new VariantRow { Campaign = campaign.Ordinal, Step = step.Ordinal }, required: true);
        variant = SequenceRules.AddVariant(call.State, campaign, step, variant);
        call.Module.Passes.Wake();
        return ReachkitAnswer.Data(Show(variant), ReachkitJson.Default.Variant, 201);
    }

    private static FakeResponse Update(ReachkitCall call)
    {
        CampaignRow campaign = call.Campaign();
        VariantRow old = Variant(call, campaign);
        VariantRow variant = Read(call, old, required: false);
        if (old.Enabled && !variant.Enabled && !HasOtherEnabled(call.State, old)) throw ReachkitError.Rule("cannot_disable_last_variant");
        variant = call.State.Variants.Update(SequenceRules.Saved(campaign, variant));
        call.Module.Passes.Wake();
        return ReachkitAnswer.Data(Show(variant), ReachkitJson.Default.Variant);
    }

    private static FakeResponse Delete(ReachkitCall call)
    {
        VariantRow variant = Variant(call, call.Campaign());
        if (!HasOtherEnabled(call.State, variant)) throw ReachkitError.Rule("cannot_delete_last_variant");
        StepRow step = call.State.Steps.At(variant.Step)!;
        call.State.Steps.Update(step with { Variants = step.Variants.Remove(variant.Ordinal) });
        call.State.Variants.Remove(variant);
        return ReachkitAnswer.NoContent();
    }

    private static VariantRow Read(ReachkitCall call, VariantRow old, bool required)
    {
        Fields fields = call.Fields();
        Optional<string?> subject = fields.Filled("subject", required);
        Optional<string?> html = fields.Text("body_html");
        bool enabled = fields.Flag("enabled").Or(null) ?? old.Enabled;
        call.Check();
        CheckBraces("subject", subject);
        CheckBraces("body_html", html);
        return old with
        {
            Subject = subject.IsSet ? subject.Value!.Trim() : old.Subject,
            BodyHtml = html.IsSet ? VariantHtml.Normalise(html.Value) : old.BodyHtml,
            Enabled = enabled,
        };
    }

    private static void CheckBraces(string field, Optional<string?> text)
    {
        if (text is { IsSet: true, Value: { } template } && MergeTemplate.FindUnbalanced(template) is { } offset) throw ReachkitError.UnbalancedBraces(field, offset);
    }

    private static bool HasOtherEnabled(ReachkitState state, VariantRow variant)
        => state.VariantsOf(state.Steps.At(variant.Step)!).Any(other => other.Enabled && other.Ordinal != variant.Ordinal);

    private static VariantRow Variant(ReachkitCall call, CampaignRow campaign)
        => call.State.Variants.Find(call.Path("variant_id")) is { } variant && variant.Campaign == campaign.Ordinal ? variant : throw ReachkitError.NotFound();

    private static Variant Show(VariantRow row) => new() { Id = row.Id, Subject = row.Subject, BodyHtml = row.BodyHtml, BodyText = row.BodyText, Enabled = row.Enabled };
}

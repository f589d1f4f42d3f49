namespace Outreach.Sdk.Crm;

/// <summary>Shares customers out over several arms.</summary>
/// <param name="Variants">The arms, two or more; their shares add up to 100.</param>
public sealed record SplitStep(IReadOnlyList<JourneySplitVariant> Variants) : JourneyStepAction
{
    /// <inheritdoc/>
    public override JourneyStepType Type => JourneyStepType.Split;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig() => new() { Variants = Variants };
}

namespace Outreach.Sdk.Crm;

/// <summary>Ends the journey for the customer.</summary>
public sealed record EndStep : JourneyStepAction
{
    /// <inheritdoc/>
    public override JourneyStepType Type => JourneyStepType.End;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig() => new();
}

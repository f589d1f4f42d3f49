namespace Outreach.Sdk.Crm;

/// <summary>Waits.</summary>
/// <param name="Duration">How many units, from 1.</param>
/// <param name="Unit">Hours, days or weeks.</param>
public sealed record WaitStep(int Duration, WaitUnit Unit) : JourneyStepAction
{
    /// <inheritdoc/>
    public override JourneyStepType Type => JourneyStepType.Wait;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig() => new() { Duration = Duration, Unit = Unit };
}

namespace Outreach.Sdk.Crm;

/// <summary>Starts the journey for a customer.</summary>
/// <param name="EventType">Event that starts the journey.</param>
public sealed record TriggerStep(string EventType) : JourneyStepAction
{
    /// <summary>Extra conditions on the customer; empty for none.</summary>
    public IReadOnlyList<SegmentRule> Conditions { get => field ?? []; init; }

    /// <inheritdoc/>
    public override JourneyStepType Type => JourneyStepType.Trigger;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig() => new() { EventType = string.IsNullOrEmpty(EventType) ? null : EventType, Conditions = Conditions.Count == 0 ? null : Conditions };
}

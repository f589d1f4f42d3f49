namespace Outreach.Sdk.Crm;

/// <summary>Goes one of two ways, by a test on the profile or by an activity since enrollment.</summary>
public sealed record ConditionStep : JourneyStepAction
{
    /// <summary>Test on the profile; null when <see cref="EventType"/> decides.</summary>
    public SegmentCriteria? Criteria { get; init; }

    /// <summary>Activity type that must have happened since enrollment; null when <see cref="Criteria"/> decides.</summary>
    public string? EventType { get; init; }

    /// <inheritdoc/>
    public override JourneyStepType Type => JourneyStepType.Condition;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig() => new() { Criteria = Criteria, EventType = EventType };
}

namespace Outreach.Sdk.Crm;

/// <summary>New order of all steps.</summary>
public sealed record ReorderJourneyStepsRequest
{
    /// <summary>Every step id of the journey, once, in the new order. At least 1 item.</summary>
    public required IReadOnlyList<string> StepIds { get; init; }
}

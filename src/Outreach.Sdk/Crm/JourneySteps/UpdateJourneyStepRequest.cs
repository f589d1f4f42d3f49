using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Fields to change. The type cannot change.</summary>
public sealed record UpdateJourneyStepRequest
{
    /// <summary>Label. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    /// <summary>
    /// Settings of a step. Which members apply depends on the step's type: TRIGGER eventType, conditions; SEND channel, templateId;
    /// WAIT duration, unit; CONDITION criteria or eventType; SPLIT variants; UPDATE set, addTags, removeTags; END none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<JourneyStepConfig> Config { get; init; }

    /// <summary>Explicit successor.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> NextStepId { get; init; }

    /// <summary>Successor when the condition holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> NextStepYesId { get; init; }

    /// <summary>Successor when it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> NextStepNoId { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A step to append.</summary>
public sealed record CreateJourneyStepRequest
{
    /// <summary>
    /// What a step does. TRIGGER and SEND, WAIT are named in the data model; CONDITION, SPLIT, UPDATE in the guides; END in the
    /// published diagrams.
    /// </summary>
    public required JourneyStepType Type { get; init; }

    /// <summary>Label. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>
    /// Settings of a step. Which members apply depends on the step's type: TRIGGER eventType, conditions; SEND channel, templateId;
    /// WAIT duration, unit; CONDITION criteria or eventType; SPLIT variants; UPDATE set, addTags, removeTags; END none.
    /// </summary>
    public required JourneyStepConfig Config { get; init; }

    /// <summary>Explicit successor.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextStepId { get; init; }

    /// <summary>CONDITION: successor when it holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextStepYesId { get; init; }

    /// <summary>CONDITION: successor when it does not hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextStepNoId { get; init; }
}

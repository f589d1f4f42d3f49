using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>One step of a journey.</summary>
public sealed record JourneyStep
{
    /// <summary>Identifier of the step; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Journey it belongs to.</summary>
    public string JourneyId { get => field ?? ""; init; }

    /// <summary>Position, from 1.</summary>
    public int StepNumber { get; init; }

    /// <summary>
    /// What a step does. TRIGGER and SEND, WAIT are named in the data model; CONDITION, SPLIT, UPDATE in the guides; END in the
    /// published diagrams.
    /// </summary>
    public JourneyStepType Type { get; init; }

    /// <summary>Label.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Settings of a step. Which members apply depends on the step's type: TRIGGER eventType, conditions; SEND channel, templateId;
    /// WAIT duration, unit; CONDITION criteria or eventType; SPLIT variants; UPDATE set, addTags, removeTags; END none.
    /// </summary>
    public JourneyStepConfig Config { get => field ?? new(); init; }

    /// <summary>Step to go to afterwards; null means the next by number, or the end.</summary>
    public string? NextStepId { get; init; }

    /// <summary>CONDITION: step when it holds.</summary>
    public string? NextStepYesId { get; init; }

    /// <summary>CONDITION: step when it does not hold.</summary>
    public string? NextStepNoId { get; init; }

    /// <summary>What the step does, as the type of its kind: read from <see cref="Type"/> and <see cref="Config"/>.</summary>
    [JsonIgnore]
    public JourneyStepAction Action => JourneyStepAction.From(Type, Config);
}

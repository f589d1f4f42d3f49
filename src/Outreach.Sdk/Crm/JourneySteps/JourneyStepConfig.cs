using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// Settings of a step. Which members apply depends on the step's type: TRIGGER eventType, conditions; SEND channel, templateId;
/// WAIT duration, unit; CONDITION criteria or eventType; SPLIT variants; UPDATE set, addTags, removeTags; END none.
/// </summary>
public sealed record JourneyStepConfig
{
    /// <summary>TRIGGER: event that starts the journey. CONDITION: activity type that must have happened since enrollment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EventType { get; init; }

    /// <summary>TRIGGER: extra conditions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SegmentRule>? Conditions { get; init; }

    /// <summary>SEND: message channel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    /// <summary>SEND: template of the messaging service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TemplateId { get; init; }

    /// <summary>WAIT: how many units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Duration { get; init; }

    /// <summary>Unit of a wait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WaitUnit? Unit { get; init; }

    /// <summary>CONDITION: test on the profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SegmentCriteria? Criteria { get; init; }

    /// <summary>SPLIT: arms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JourneySplitVariant>? Variants { get; init; }

    /// <summary>UPDATE: profile fields to write (those a profile update accepts).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonScalar>? Set { get; init; }

    /// <summary>UPDATE: tags to add.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AddTags { get; init; }

    /// <summary>UPDATE: tags to remove.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? RemoveTags { get; init; }
}

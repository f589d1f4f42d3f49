using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// What a step does. TRIGGER and SEND, WAIT are named in the data model; CONDITION, SPLIT, UPDATE in the guides; END in the
/// published diagrams.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<JourneyStepType>))]
public readonly record struct JourneyStepType(string? Value) : IOpenEnum<JourneyStepType>
{
    /// <summary><c>TRIGGER</c>.</summary>
    public static JourneyStepType Trigger { get; } = new("TRIGGER");

    /// <summary><c>SEND</c>.</summary>
    public static JourneyStepType Send { get; } = new("SEND");

    /// <summary><c>WAIT</c>.</summary>
    public static JourneyStepType Wait { get; } = new("WAIT");

    /// <summary><c>CONDITION</c>.</summary>
    public static JourneyStepType Condition { get; } = new("CONDITION");

    /// <summary><c>SPLIT</c>.</summary>
    public static JourneyStepType Split { get; } = new("SPLIT");

    /// <summary><c>UPDATE</c>.</summary>
    public static JourneyStepType Update { get; } = new("UPDATE");

    /// <summary><c>END</c>.</summary>
    public static JourneyStepType End { get; } = new("END");

    /// <inheritdoc/>
    public static IReadOnlyList<JourneyStepType> Known { get; } = [Trigger, Send, Wait, Condition, Split, Update, End];

    /// <inheritdoc/>
    public static JourneyStepType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>One arm of a SPLIT step.</summary>
public sealed record JourneySplitVariant
{
    /// <summary>Label, e.g. A.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Share in percent; the arms of a step add up to 100.</summary>
    public double Percentage { get; init; }

    /// <summary>First step of the arm; null ends the journey.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextStepId { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Triage changes; what is left out stays.</summary>
public sealed record UpdateConversationRequest
{
    /// <summary>Label to force, or null to go back to the automatic one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<ConversationLabel?> LabelOverride { get; init; }

    /// <summary>Sets the read flag of every message in the thread.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsRead { get; init; }
}

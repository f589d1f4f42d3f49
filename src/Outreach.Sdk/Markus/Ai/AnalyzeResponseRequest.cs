using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What to analyse: exactly one of the three members.</summary>
public sealed record AnalyzeResponseRequest
{
    /// <summary>An inbound message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageId { get; init; }

    /// <summary>A conversation; its latest inbound message is analysed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConversationId { get; init; }

    /// <summary>Free text. 1 to 20000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}

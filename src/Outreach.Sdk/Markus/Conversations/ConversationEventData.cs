using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>The new conversation.</summary>
public sealed record ConversationEventData
{
    /// <summary>Conversation id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Contact.</summary>
    public string ContactId { get => field ?? ""; init; }

    /// <summary>Campaign, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    /// <summary>Subject of the first message; null for channels without subjects.</summary>
    public string? Subject { get; init; }

    /// <summary>State of a conversation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConversationStatus? Status { get; init; }

    /// <summary>Creation time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreatedAt { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>The conversation and the reply.</summary>
public sealed record ConversationReplyEventData
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

    /// <summary>Unread messages now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? UnreadCount { get; init; }

    /// <summary>The inbound message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReplySummary? Message { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What to write. <c>campaign_id</c> or <c>instructions</c> is required.</summary>
public sealed record GenerateContentRequest
{
    /// <summary>Campaign whose brief and settings are used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CampaignId { get; init; }

    /// <summary>Contact to write to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContactId { get; init; }

    /// <summary>Conversation to continue; needed for purpose reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConversationId { get; init; }

    /// <summary>
    /// A messaging channel. The four channels are published; the lower-case wire spelling is inferred. Default: <c>email</c>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    /// <summary>Kind of text. Default: <c>initial_outreach</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContentPurpose? Purpose { get; init; }

    /// <summary>Overrides the campaign's tone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MessageTone? Tone { get; init; }

    /// <summary>BCP 47 tag; overrides the campaign's language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Upper bound for the body. 20 to 1000.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxWords { get; init; }

    /// <summary>Extra instructions. At most 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instructions { get; init; }
}

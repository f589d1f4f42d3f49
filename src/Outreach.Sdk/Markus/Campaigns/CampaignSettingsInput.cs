using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// Settings to set; members left out keep their value (update) or take the default (create). <c>send_window</c> and
/// <c>follow_ups</c> are replaced as a whole.
/// </summary>
public sealed record CampaignSettingsInput
{
    /// <summary>True: generated messages wait for approval. False: they are approved at once. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RequireApproval { get; init; }

    /// <summary>Most messages that the campaign sends in one local day. 1 to 500. Default: <c>50</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DailySendLimit { get; init; }

    /// <summary>IANA time zone of the send window and of the daily limit. 1 to 64 characters. Default: <c>UTC</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Timezone { get; init; }

    /// <summary>Writing style of generated text. Default: <c>friendly</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MessageTone? Tone { get; init; }

    /// <summary>BCP 47 tag of the language to write in. Default: <c>en</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Days and local hours in which campaign messages may be sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SendWindow? SendWindow { get; init; }

    /// <summary>Automatic follow-ups to contacts who have not answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FollowUpSettings? FollowUps { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Changes to a campaign; what is left out stays. All or nothing.</summary>
public sealed record UpdateCampaignRequest
{
    /// <summary>New name. 1 to 150 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary><c>active</c> launches or resumes, <c>paused</c> pauses.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CampaignStatus> Status { get; init; }

    /// <summary>Emails a day over all inboxes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int> DailyLimit { get; init; }

    /// <summary>See CampaignOptions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> StopOnReply { get; init; }

    /// <summary>See CampaignOptions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> StopOnCompanyReply { get; init; }

    /// <summary>See CampaignOptions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> TextOnly { get; init; }

    /// <summary>See CampaignOptions; a change rewrites the body of every variant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> UnsubscribeOption { get; init; }

    /// <summary>See CampaignOptions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> EspMatching { get; init; }
}

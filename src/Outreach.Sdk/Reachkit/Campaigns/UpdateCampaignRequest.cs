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

    /// <summary>Emails a day over all inboxes; 0 sends none. At least 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int> DailyLimit { get; init; }

    /// <summary>Send nothing more to a lead that has replied.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> StopOnReply { get; init; }

    /// <summary>Send nothing more to leads that share the email domain of a lead that has replied (free-mail domains apart).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> StopOnCompanyReply { get; init; }

    /// <summary>Send the plain-text part only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> TextOnly { get; init; }

    /// <summary>Send the List-Unsubscribe header and keep an unsubscribe link in every variant; a change rewrites the body of every variant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> UnsubscribeOption { get; init; }

    /// <summary>Use an inbox only for leads on the same mail provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> EspMatching { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>The finished job, without its results.</summary>
public sealed record DiscoveryEventData
{
    /// <summary>Job id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Which operation started the job.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DiscoveryJobType? Type { get; init; }

    /// <summary>State of a discovery job.</summary>
    public DiscoveryJobStatus Status { get; init; }

    /// <summary>Search text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Query { get; init; }

    /// <summary>Campaign, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Results.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ResultsFound { get; init; }

    /// <summary>Contacts created.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ContactsCreated { get; init; }

    /// <summary>Set when failed.</summary>
    public DiscoveryJobError? Error { get; init; }

    /// <summary>Acceptance time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>End time.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}

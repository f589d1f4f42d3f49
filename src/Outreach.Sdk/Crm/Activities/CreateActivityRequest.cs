using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>An activity to record by hand or from an integration.</summary>
public sealed record CreateActivityRequest
{
    /// <summary>Event type, upper snake case.</summary>
    public required string Type { get; init; }

    /// <summary>Group of an activity. MEMBERSHIP, BOOKING and COMMUNICATION are published; the other values are inferred.</summary>
    public required ActivityCategory Category { get; init; }

    /// <summary>Where it happened. At most 50 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; init; }

    /// <summary>One-line summary. 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Longer text. At most 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Free data of the event.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>Producing service. At most 50 characters. Default: <c>crm</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SourceService { get; init; }

    /// <summary>Id of the original record. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SourceId { get; init; }

    /// <summary>Id of the original event; repeating it returns the stored activity. At most 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SourceEventId { get; init; }

    /// <summary>When it happened; now when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OccurredAt { get; init; }
}

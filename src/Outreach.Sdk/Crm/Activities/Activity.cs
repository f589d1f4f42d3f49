using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>One event on a customer's timeline.</summary>
public sealed record Activity
{
    /// <summary>Identifier of the activity; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Owning tenant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Profile it belongs to.</summary>
    public string CustomerId { get => field ?? ""; init; }

    /// <summary>Event type, upper snake case, open list.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>Group of an activity. MEMBERSHIP, BOOKING and COMMUNICATION are published; the other values are inferred.</summary>
    public ActivityCategory Category { get; init; }

    /// <summary>Where it happened, e.g. SMS, EMAIL, IN_PERSON.</summary>
    public string? Channel { get; init; }

    /// <summary>One-line summary.</summary>
    public string Title { get => field ?? ""; init; }

    /// <summary>Longer text.</summary>
    public string? Description { get; init; }

    /// <summary>Free data of the event.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>Service that produced it: scl, teetime, messaging or crm.</summary>
    public string SourceService { get => field ?? ""; init; }

    /// <summary>Id of the original record in that service.</summary>
    public string? SourceId { get; init; }

    /// <summary>Id of the original event; makes recording idempotent per tenant and sourceService.</summary>
    public string? SourceEventId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreatedAt { get; init; }
}

using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>An activity that is about to be recorded.</summary>
/// <param name="Type">The event type.</param>
/// <param name="Category">The group.</param>
/// <param name="Title">One-line summary.</param>
internal sealed record RecordedActivity(string Type, ActivityCategory Category, string Title)
{
    public string? Channel { get; init; }

    public string? Description { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    public string SourceService { get; init; } = "crm";

    public string? SourceId { get; init; }

    public string? SourceEventId { get; init; }

    /// <summary>When it happened; null for now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}

using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Which activities a timeline shows; members that are null limit nothing.</summary>
internal sealed record ActivityFilter
{
    public string? Type { get; init; }

    public ActivityCategory? Category { get; init; }

    public string? Channel { get; init; }

    public string? SourceService { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    public bool Matches(Activity activity)
        => (Type is null || activity.Type == Type)
            && (Category is null || activity.Category == Category)
            && (Channel is null || activity.Channel == Channel)
            && (SourceService is null || activity.SourceService == SourceService)
            && (From is null || activity.OccurredAt >= From)
            && (To is null || activity.OccurredAt < To);
}

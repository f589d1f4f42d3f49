namespace Outreach.Sdk.Crm;

/// <summary>When to publish.</summary>
public sealed record ScheduleSocialPostRequest
{
    /// <summary>Publication time, in the future.</summary>
    public required DateTimeOffset ScheduledAt { get; init; }
}

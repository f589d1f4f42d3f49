namespace Outreach.Sdk.Markus;

/// <summary>Result of marking everything read.</summary>
public sealed record MarkAllReadResult
{
    /// <summary>Notifications that were unread before.</summary>
    public int Updated { get; init; }

    /// <summary>Time written to them.</summary>
    public DateTimeOffset ReadAt { get; init; }
}

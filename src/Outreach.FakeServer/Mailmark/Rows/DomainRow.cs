namespace Outreach.FakeServer.Mailmark;

/// <summary>A sending domain of an account.</summary>
internal sealed record DomainRow : Row
{
    public required string UserId { get; init; }

    public required string Name { get; init; }

    public required bool Verified { get; init; }

    /// <summary>Which of the half-day health checks was the last, counted from the start.</summary>
    public required long HealthSlot { get; init; }
}

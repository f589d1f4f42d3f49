namespace Outreach.FakeServer.Mailmark;

/// <summary>An account. Without a plan that is paid for it is on the free plan.</summary>
internal sealed record UserRow : Row
{
    public required string Ref { get; init; }

    public string? Plan { get; init; }

    public string? PlanStatus { get; init; }

    public required string Category { get; init; }
}

namespace Outreach.FakeServer.Mailmark;

/// <summary>A sending domain.</summary>
public sealed record DomainFixture
{
    /// <summary>Its name.</summary>
    public required string Domain { get; init; }

    /// <summary>The account; null for the first.</summary>
    public string? User { get; init; }

    /// <summary>Whether it is verified; others get no health checks.</summary>
    public bool Verified { get; init; } = true;
}

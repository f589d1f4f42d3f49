using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>A sequence.</summary>
public sealed record SequenceFixture
{
    /// <summary>The sender, by its full address.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Its name, by which enrollments know it.</summary>
    public required string Name { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<SequenceStep> Steps { get; init; }

    /// <summary>Its state.</summary>
    public SequenceStatus Status { get; init; } = SequenceStatus.Active;

    /// <summary>When it was made; null for now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

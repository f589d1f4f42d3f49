namespace Outreach.FakeServer.Mailmark;

/// <summary>What the check of a recipient's mail domain said, good for a week.</summary>
internal sealed record VerdictRow : Row
{
    public required string Email { get; init; }

    public required bool Valid { get; init; }

    public required long CheckedAt { get; init; }
}

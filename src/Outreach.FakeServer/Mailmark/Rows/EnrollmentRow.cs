namespace Outreach.FakeServer.Mailmark;

/// <summary>A contact on its way through a sequence.</summary>
internal sealed record EnrollmentRow : Row
{
    public required string SequenceId { get; init; }

    public required string Email { get; init; }

    public required string Status { get; init; }

    public required int CurrentStep { get; init; }

    public required long EnrolledAt { get; init; }

    public long? EndedAt { get; init; }

    public IReadOnlyDictionary<string, string>? MergeFields { get; init; }

    /// <summary>The step that fell due while the sequence was paused and runs at resume.</summary>
    public int? HeldStep { get; init; }
}

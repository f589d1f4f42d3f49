namespace Outreach.Sdk.Mailmark;

/// <summary>Wanted state.</summary>
public sealed record UpdateSequenceRequest
{
    /// <summary><c>paused</c> pauses an active sequence, <c>active</c> resumes a paused one.</summary>
    public required SequenceStatus Status { get; init; }
}

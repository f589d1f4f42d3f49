namespace Outreach.Sdk.Markus;

/// <summary>What the AI should change.</summary>
public sealed record MessageFeedbackRequest
{
    /// <summary>Instruction in plain words. 1 to 2000 characters.</summary>
    public required string Feedback { get; init; }
}

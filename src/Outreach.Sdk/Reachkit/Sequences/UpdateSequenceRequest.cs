namespace Outreach.Sdk.Reachkit;

/// <summary>New delay.</summary>
public sealed record UpdateSequenceRequest
{
    /// <summary>Days to the next step. 1 to 365.</summary>
    public required int DelayDays { get; init; }
}

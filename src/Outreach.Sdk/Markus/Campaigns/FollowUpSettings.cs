namespace Outreach.Sdk.Markus;

/// <summary>Automatic follow-ups to contacts who have not answered.</summary>
public sealed record FollowUpSettings
{
    /// <summary>Whether follow-ups are created.</summary>
    public bool Enabled { get; init; }

    /// <summary>Follow-ups per contact after the first message.</summary>
    public int MaxFollowUps { get; init; }

    /// <summary>Days of silence after the last message before the next one is drafted.</summary>
    public int DelayDays { get; init; }
}

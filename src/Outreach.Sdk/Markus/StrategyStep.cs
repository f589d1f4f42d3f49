namespace Outreach.Sdk.Markus;

/// <summary>One step of a message sequence.</summary>
public sealed record StrategyStep
{
    /// <summary>Position, starting at 1.</summary>
    public int Step { get; init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Days after the previous step; 0 for the first.</summary>
    public int DelayDays { get; init; }

    /// <summary>What the step should achieve.</summary>
    public string Goal { get => field ?? ""; init; }

    /// <summary>Idea for the subject; null for channels without subjects.</summary>
    public string? SubjectHint { get; init; }

    /// <summary>What to say.</summary>
    public IReadOnlyList<string> TalkingPoints { get => field ?? []; init; }
}

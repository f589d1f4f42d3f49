namespace Outreach.Sdk.Markus;

/// <summary>Figures of one step of the sequence.</summary>
public sealed record StepMetrics
{
    /// <summary>0 for the first message.</summary>
    public int SequenceStep { get; init; }

    /// <summary>Sent.</summary>
    public int Sent { get; init; }

    /// <summary>Opened.</summary>
    public int Opened { get; init; }

    /// <summary>Replies that followed directly on this step.</summary>
    public int Replies { get; init; }
}

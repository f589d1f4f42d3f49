namespace Outreach.Sdk.Markus;

/// <summary>A proposed next step.</summary>
public sealed record SuggestedAction
{
    /// <summary>A next step proposed by response analysis.</summary>
    public SuggestedActionType Type { get; init; }

    /// <summary>Short text for a button.</summary>
    public string Label { get => field ?? ""; init; }

    /// <summary>Why.</summary>
    public string Reason { get => field ?? ""; init; }

    /// <summary>1 is the most urgent.</summary>
    public int Priority { get; init; }
}

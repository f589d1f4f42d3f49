namespace Outreach.Sdk.Reachkit;

/// <summary>A variant inside a step.</summary>
public sealed record SequenceVariant
{
    /// <summary>Variant id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>A, B, C, ... by position in the step.</summary>
    public string Letter { get => field ?? ""; init; }

    /// <summary>Subject template; null on a variant that nobody has edited.</summary>
    public string? Subject { get; init; }

    /// <summary>Normalised HTML template; null when empty.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>Plain-text template derived from body_html; null when that is null.</summary>
    public string? BodyText { get; init; }

    /// <summary>Whether sending may pick it.</summary>
    public bool Enabled { get; init; }
}

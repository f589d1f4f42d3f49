namespace Outreach.Sdk.Reachkit;

/// <summary>A variant on its own (no letter).</summary>
public sealed record Variant
{
    /// <summary>Variant id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Subject template; null on a variant that nobody has edited.</summary>
    public string? Subject { get; init; }

    /// <summary>Normalised HTML template; null when empty.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>Plain-text template derived from body_html; null when that is null.</summary>
    public string? BodyText { get; init; }

    /// <summary>Whether sending may pick it.</summary>
    public bool Enabled { get; init; }
}

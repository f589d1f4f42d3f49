namespace Outreach.Sdk.Mailmark;

/// <summary>Suppressions of one domain, newest first.</summary>
public sealed record SuppressionPage
{
    /// <summary>Domain name.</summary>
    public string? Domain { get; init; }

    /// <summary>Size of the whole list, whatever the cursor.</summary>
    public int Total { get; init; }

    /// <summary>This page.</summary>
    public IReadOnlyList<Suppression> Items { get => field ?? []; init; }

    /// <summary>True when older entries remain.</summary>
    public bool HasMore { get; init; }
}

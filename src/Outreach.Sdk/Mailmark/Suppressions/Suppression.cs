namespace Outreach.Sdk.Mailmark;

/// <summary>A suppressed address.</summary>
public sealed record Suppression
{
    /// <summary>Address, lower case.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Time; also the paging cursor. Unix milliseconds on the wire.</summary>
    public DateTimeOffset UnsubscribedAt { get; init; }

    /// <summary>How the address got on the list.</summary>
    public SuppressionSource Source { get; init; }
}

namespace Outreach.Sdk.Mailmark;

/// <summary>Answer for a domain that has no check yet (domain-scoped key only).</summary>
public sealed record DomainHealthPending
{
    /// <summary>Domain name.</summary>
    public string? Domain { get; init; }

    /// <summary>Always null.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Fixed text. Always <c>No health check data yet</c>.</summary>
    public string Message { get => field ?? ""; init; }
}

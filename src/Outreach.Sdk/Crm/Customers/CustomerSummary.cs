namespace Outreach.Sdk.Crm;

/// <summary>Short form of a profile, as lists return it.</summary>
public sealed record CustomerSummary
{
    /// <summary>Identifier of the profile; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>E-mail address, lower case.</summary>
    public string? Email { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Life of a profile. MERGED and DELETED are set by the server only.</summary>
    public CustomerStatus Status { get; init; }

    /// <summary>Engagement score, 0-100; null until first computed.</summary>
    public int? EngagementScore { get; init; }

    /// <summary>Churn risk score, 0-100; null until first computed.</summary>
    public int? ChurnRiskScore { get; init; }

    /// <summary>Time of the latest recorded activity.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }
}

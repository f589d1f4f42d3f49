namespace Outreach.Sdk.Markus;

/// <summary>Allowance per billing period; null means unlimited.</summary>
public sealed record PlanLimits
{
    /// <summary>Campaigns created.</summary>
    public int? Campaigns { get; init; }

    /// <summary>Contacts created.</summary>
    public int? Contacts { get; init; }

    /// <summary>Messages approved or sent directly.</summary>
    public int? Messages { get; init; }

    /// <summary>AI generations.</summary>
    public int? AiGenerations { get; init; }

    /// <summary>Discovery jobs started.</summary>
    public int? DiscoverySearches { get; init; }
}

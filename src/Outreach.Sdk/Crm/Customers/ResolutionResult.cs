namespace Outreach.Sdk.Crm;

/// <summary>Outcome of an identity look-up.</summary>
public sealed record ResolutionResult
{
    /// <summary>
    /// One person across all connected services. Fields after updatedAt come from the published profile model and may be missing
    /// from a response.
    /// </summary>
    public Customer Profile { get => field ?? new(); init; }

    /// <summary>True when nothing matched and the profile was created by this call.</summary>
    public bool IsNew { get; init; }

    /// <summary>Identity keys that led to the profile, strongest first; empty when isNew.</summary>
    public IReadOnlyList<IdentityKey> MatchedBy { get => field ?? []; init; }

    /// <summary>
    /// Certainty of the match in percent: authUserId 100, email and phone together 99, email 95, phone 85; 100 for a new profile.
    /// The percentages are published, the scale of this field is inferred.
    /// </summary>
    public double Confidence { get; init; }
}

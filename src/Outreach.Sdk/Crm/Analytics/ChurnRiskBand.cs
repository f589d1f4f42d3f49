namespace Outreach.Sdk.Crm;

/// <summary>Customers in one band of the churn risk score.</summary>
public sealed record ChurnRiskBand
{
    /// <summary>
    /// Band of the churn risk score: CRITICAL 80-100, HIGH 60-79, MODERATE 40-59, LOW 20-39, MINIMAL 0-19. Bands published,
    /// spelling inferred.
    /// </summary>
    public ChurnRiskLevel Level { get; init; }

    /// <summary>Lowest score of the band.</summary>
    public int Min { get; init; }

    /// <summary>Highest score of the band.</summary>
    public int Max { get; init; }

    /// <summary>Customers.</summary>
    public int Count { get; init; }
}

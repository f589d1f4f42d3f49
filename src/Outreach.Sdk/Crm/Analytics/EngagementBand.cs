namespace Outreach.Sdk.Crm;

/// <summary>Customers in one band of the engagement score.</summary>
public sealed record EngagementBand
{
    /// <summary>
    /// Band of the engagement score: EXCELLENT 80-100, GOOD 60-79, AVERAGE 40-59, LOW 20-39, AT_RISK 0-19. Bands published,
    /// spelling inferred.
    /// </summary>
    public EngagementLevel Level { get; init; }

    /// <summary>Lowest score of the band.</summary>
    public int Min { get; init; }

    /// <summary>Highest score of the band.</summary>
    public int Max { get; init; }

    /// <summary>Customers.</summary>
    public int Count { get; init; }
}

namespace Outreach.Sdk.Markus;

/// <summary>AI generations per kind.</summary>
public sealed record AiUsageByType
{
    /// <summary>Generations of kind content.</summary>
    public int Content { get; init; }

    /// <summary>Generations of kind strategy.</summary>
    public int Strategy { get; init; }

    /// <summary>Generations of kind analysis.</summary>
    public int Analysis { get; init; }

    /// <summary>Generations of kind revision.</summary>
    public int Revision { get; init; }

    /// <summary>Generations of kind product_analysis.</summary>
    public int ProductAnalysis { get; init; }
}

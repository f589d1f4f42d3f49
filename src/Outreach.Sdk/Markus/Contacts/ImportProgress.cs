namespace Outreach.Sdk.Markus;

/// <summary>How far an import of many slices has come.</summary>
public sealed record ImportProgress
{
    /// <summary>Rows sent so far.</summary>
    public int Rows { get; init; }

    /// <summary>Rows created so far.</summary>
    public int Created { get; init; }

    /// <summary>Duplicates skipped so far.</summary>
    public int Skipped { get; init; }

    /// <summary>Rows refused so far.</summary>
    public int Failed { get; init; }
}

namespace Outreach.Sdk.Markus;

/// <summary>Result of a bulk import, one entry per row in request order.</summary>
public sealed record BulkImportResult
{
    /// <summary>Rows received.</summary>
    public int Total { get; init; }

    /// <summary>Rows created.</summary>
    public int Created { get; init; }

    /// <summary>Duplicates skipped.</summary>
    public int Skipped { get; init; }

    /// <summary>Rows refused.</summary>
    public int Failed { get; init; }

    /// <summary>Per-row results.</summary>
    public IReadOnlyList<BulkImportRowResult> Results { get => field ?? []; init; }
}

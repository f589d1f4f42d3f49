namespace Outreach.Sdk.Markus;

/// <summary>Result of a bulk decision, one entry per id in request order.</summary>
public sealed record BulkMessageActionResult
{
    /// <summary>The decision.</summary>
    public BulkMessageAction Action { get; init; }

    /// <summary>Ids received.</summary>
    public int Total { get; init; }

    /// <summary>Decisions applied.</summary>
    public int Succeeded { get; init; }

    /// <summary>Decisions refused.</summary>
    public int Failed { get; init; }

    /// <summary>Per-message results.</summary>
    public IReadOnlyList<BulkMessageItemResult> Results { get => field ?? []; init; }
}

namespace Outreach.Sdk.Markus;

/// <summary>Result of one import row.</summary>
public sealed record BulkImportRowResult
{
    /// <summary>Position of the row in the request, from 0.</summary>
    public int Index { get; init; }

    /// <summary>What happened.</summary>
    public ImportRowStatus Status { get; init; }

    /// <summary>E-mail of the row as given.</summary>
    public string? Email { get; init; }

    /// <summary>New contact, or the existing one for a skipped duplicate; null when failed.</summary>
    public string? ContactId { get; init; }

    /// <summary>Set for skipped (CONT_002) and failed rows.</summary>
    public RowError? Error { get; init; }
}

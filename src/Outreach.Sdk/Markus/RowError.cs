namespace Outreach.Sdk.Markus;

/// <summary>Why one item of a batch was not processed.</summary>
public sealed record RowError
{
    /// <summary>Every published error code. Clients must accept codes that are not in this list.</summary>
    public string Code { get => field ?? ""; init; }

    /// <summary>Reason.</summary>
    public string Message { get => field ?? ""; init; }
}

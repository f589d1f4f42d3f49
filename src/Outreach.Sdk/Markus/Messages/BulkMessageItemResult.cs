namespace Outreach.Sdk.Markus;

/// <summary>Result for one message of a bulk decision.</summary>
public sealed record BulkMessageItemResult
{
    /// <summary>Message.</summary>
    public string MessageId { get => field ?? ""; init; }

    /// <summary>Whether the decision was applied.</summary>
    public bool Success { get; init; }

    /// <summary>Status afterwards; null when the message does not exist.</summary>
    public MessageStatus? Status { get; init; }

    /// <summary>Set when <c>success</c> is false.</summary>
    public RowError? Error { get; init; }
}

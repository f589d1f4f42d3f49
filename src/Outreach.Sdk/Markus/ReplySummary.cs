namespace Outreach.Sdk.Markus;

/// <summary>The inbound message.</summary>
public sealed record ReplySummary
{
    /// <summary>Message id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Plain text.</summary>
    public string Body { get => field ?? ""; init; }

    /// <summary>Time of receipt.</summary>
    public DateTimeOffset ReceivedAt { get; init; }
}

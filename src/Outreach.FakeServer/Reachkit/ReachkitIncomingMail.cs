namespace Outreach.FakeServer.Reachkit;

/// <summary>An email that arrives at an inbox of the world.</summary>
public sealed record ReachkitIncomingMail
{
    /// <summary>The inbox's id.</summary>
    public required string InboxId { get; init; }

    /// <summary>Address of the sender.</summary>
    public required string From { get; init; }

    /// <summary>Subject line.</summary>
    public string Subject { get => field ?? ""; init; } = "";

    /// <summary>Plain-text part; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>HTML part; null for none.</summary>
    public string? Html { get; init; }

    /// <summary>Files; null for none.</summary>
    public IReadOnlyList<ReachkitAttachment>? Attachments { get; init; }

    /// <summary>When it arrives; null, or a time that has passed, for at once.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether it is an automatic answer, which stops nothing.</summary>
    public bool IsAutoReply { get; init; }

    /// <summary>The automatic label of the thread; null to find it by the words of the message.</summary>
    public string? Label { get; init; }
}

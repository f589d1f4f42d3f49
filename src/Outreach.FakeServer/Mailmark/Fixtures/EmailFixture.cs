using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>A record of a message sent, scheduled or received, with everything that became of it. Nothing is sent for it.</summary>
public sealed record EmailFixture
{
    /// <summary>The mailbox, by its full address.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The folder; null for <c>sent</c> where the row says what became of a sent message, else <c>inbox</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>The sender; null for the mailbox, or in <c>inbox</c> for a stranger.</summary>
    public string? From { get; init; }

    /// <summary>The recipients; null for a stranger, or in <c>inbox</c> for the mailbox.</summary>
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>The recipients of a copy.</summary>
    public IReadOnlyList<string>? Cc { get; init; }

    /// <summary>The recipients of a blind copy.</summary>
    public IReadOnlyList<string>? Bcc { get; init; }

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The beginning of the body as text.</summary>
    public string Snippet { get; init; } = "";

    /// <summary>When it was sent or received, or is due; null for now.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Whether it was read; null for true outside <c>inbox</c> only.</summary>
    public bool? Read { get; init; }

    /// <summary>Whether it is starred.</summary>
    public bool Starred { get; init; }

    /// <summary>Whether it has attachments.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>The message's id; null for a new one.</summary>
    public string? MessageId { get; init; }

    /// <summary>Where the raw message is kept; null for the usual place.</summary>
    public string? S3Key { get; init; }

    /// <summary>The batch of a campaign.</summary>
    public string? BatchId { get; init; }

    /// <summary>The outcome; left out it is pending in <c>sent</c> and null elsewhere.</summary>
    public Optional<DeliveryStatus?> DeliveryStatus { get; init; }

    /// <summary>The first load of the pixel.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The first answer.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>The links that were clicked.</summary>
    public IReadOnlyList<ClickedLinkFixture> ClickedLinks { get => field ?? []; init; }
}

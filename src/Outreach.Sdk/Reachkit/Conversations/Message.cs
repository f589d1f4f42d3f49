using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>One email of a conversation.</summary>
public sealed record Message
{
    /// <summary>Sent by the workspace (outgoing) or received (incoming).</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>Inbox through which it went.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InboxId { get; init; }

    /// <summary>Subject line.</summary>
    public string Subject { get => field ?? ""; init; }

    /// <summary>Plain-text part; null when the email has none.</summary>
    public string? TextBody { get; init; }

    /// <summary>HTML part; null when the email has none (text_only campaigns, plain-text replies).</summary>
    public string? HtmlBody { get; init; }

    /// <summary>Sender.</summary>
    public string FromEmail { get => field ?? ""; init; }

    /// <summary>To.</summary>
    public IReadOnlyList<MailAddress> ToRecipients { get => field ?? []; init; }

    /// <summary>Cc.</summary>
    public IReadOnlyList<MailAddress> CcRecipients { get => field ?? []; init; }

    /// <summary>Bcc.</summary>
    public IReadOnlyList<MailAddress> BccRecipients { get => field ?? []; init; }

    /// <summary>When it was sent or received. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset EmailDate { get; init; }

    /// <summary>Read flag.</summary>
    public bool IsRead { get; init; }

    /// <summary>Files.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get => field ?? []; init; }
}

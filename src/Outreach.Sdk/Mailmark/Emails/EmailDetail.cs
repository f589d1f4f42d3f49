using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>An email with its addressing and storage key; the body itself is not served.</summary>
public sealed record EmailDetail
{
    /// <summary>
    /// Email record id. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service; the reference
    /// server issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Message id given at send; for received mail the transport's id.</summary>
    public string MessageId { get => field ?? ""; init; }

    /// <summary><c>Display Name &lt;address&gt;</c> or the bare address.</summary>
    public string From { get => field ?? ""; init; }

    /// <summary>Recipients.</summary>
    public IReadOnlyList<string> To { get => field ?? []; init; }

    /// <summary>Cc recipients; null for API sends.</summary>
    public IReadOnlyList<string>? Cc { get; init; }

    /// <summary>Bcc recipients; null for API sends.</summary>
    public IReadOnlyList<string>? Bcc { get; init; }

    /// <summary>Subject.</summary>
    public string Subject { get => field ?? ""; init; }

    /// <summary>First 100 characters of the body with tags removed; empty for received mail.</summary>
    public string Snippet { get => field ?? ""; init; }

    /// <summary>
    /// Folder name; <c>inbox</c>, <c>sent</c>, <c>outbox</c> (scheduled), <c>drafts</c>, <c>trash</c> and <c>_warmup</c> are in
    /// use, any string is possible.
    /// </summary>
    public string Folder { get => field ?? ""; init; }

    /// <summary>Send or receive time; for a scheduled message its due time until it goes out. Unix milliseconds on the wire.</summary>
    public DateTimeOffset Date { get; init; }

    /// <summary>Read flag; true for everything sent.</summary>
    public bool Read { get; init; }

    /// <summary>Star flag.</summary>
    public bool Starred { get; init; }

    /// <summary>Always false for API sends.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>Null for received mail and for scheduled mail not yet sent.</summary>
    public DeliveryStatus? DeliveryStatus { get; init; }

    /// <summary>First load of the tracking pixel, or null. Unix milliseconds on the wire.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Batch of a campaign send, or null.</summary>
    public string? BatchId { get; init; }

    /// <summary>
    /// Storage key, <c>&lt;domain&gt;/&lt;local part&gt;/&lt;sent|outbox|incoming&gt;/&lt;file&gt;</c>; it keeps <c>outbox</c>
    /// after a scheduled message is sent.
    /// </summary>
    [JsonPropertyName("s3Key")]
    public string S3Key { get => field ?? ""; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>One send.</summary>
public sealed record SendEmailRequest
{
    /// <summary>
    /// Bare full address of a mailbox of the key's domain; compared lower-case; <c>Name &lt;address&gt;</c> does not match.
    /// </summary>
    public required string From { get; init; }

    /// <summary>Recipients, as bare addresses.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Subject line, not empty.</summary>
    public required string Subject { get; init; }

    /// <summary>HTML body. Either this or <c>text</c> is required.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }

    /// <summary>Plain text; used only when <c>html</c> is absent, wrapped unescaped in a sans-serif <c>&lt;pre&gt;</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>
    /// <c>transactional</c>: one message to all recipients together. <c>campaign</c>: one tracked message per recipient under one
    /// batch id. Default: <c>transactional</c>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SendType? Type { get; init; }

    /// <summary>When to send; must be later than now. Null sends at once. Unix milliseconds on the wire.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ScheduledAt { get; init; }
}

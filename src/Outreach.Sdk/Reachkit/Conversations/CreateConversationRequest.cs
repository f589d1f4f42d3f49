using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>A new email to anyone.</summary>
public sealed record CreateConversationRequest
{
    /// <summary>Inbox to send from; left out, the oldest one of the workspace that is active and connected is used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InboxId { get; init; }

    /// <summary>Recipients. At least 1 item.</summary>
    public required IReadOnlyList<MailAddress> To { get; init; }

    /// <summary>Subject line; not blank.</summary>
    public required string Subject { get; init; }

    /// <summary>HTML of the email; not blank.</summary>
    public required string Content { get; init; }
}

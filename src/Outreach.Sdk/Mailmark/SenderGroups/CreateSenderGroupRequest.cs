using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>New sender group.</summary>
public sealed record CreateSenderGroupRequest
{
    /// <summary>Group name, not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Senders; <c>all</c> when left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MailboxSelector? Mailboxes { get; init; }

    /// <summary>Recipients; empty when left out. Duplicates are kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Emails { get; init; }
}

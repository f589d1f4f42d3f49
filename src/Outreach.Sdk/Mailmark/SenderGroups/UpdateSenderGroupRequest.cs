using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Changes to a group. Only the fields present change; <c>emails</c> overrides <c>addEmails</c> and <c>removeEmails</c>.</summary>
public sealed record UpdateSenderGroupRequest
{
    /// <summary>New name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Recipients to add; the union is de-duplicated, order kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<string> AddEmails { get; init; }

    /// <summary>Recipients to take out; exact, case-sensitive match; applied after the additions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<string> RemoveEmails { get; init; }

    /// <summary>Whole new recipient list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalList<string> Emails { get; init; }

    /// <summary>Whole new sender list; may not end up empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MailboxSelector> Mailboxes { get; init; }
}

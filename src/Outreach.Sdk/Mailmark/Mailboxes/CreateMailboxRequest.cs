using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>New mailbox.</summary>
public sealed record CreateMailboxRequest
{
    /// <summary>
    /// Local part only. Trimmed and lower-cased, then must match <c>^[a-z0-9._%+-]+$</c>; anything with <c>@</c> is rejected.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>Sender name. Stored trimmed (blank is stored as none), but echoed in the 201 exactly as given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }
}

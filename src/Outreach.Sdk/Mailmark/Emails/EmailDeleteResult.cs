using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>First delete moves to trash, a delete of a trashed email removes it.</summary>
public sealed record EmailDeleteResult
{
    /// <summary><c>trash</c> when the email was moved there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Moved { get; init; }

    /// <summary>True when the email is gone for good.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Deleted { get; init; }

    /// <summary>Whether the email is gone for good; false when it is in the trash.</summary>
    [JsonIgnore]
    public bool IsGone => Deleted is true;
}

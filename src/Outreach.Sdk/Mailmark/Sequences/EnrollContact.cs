using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>One contact to enroll.</summary>
public sealed record EnrollContact
{
    /// <summary>Address; trimmed and lower-cased; its format is not checked here. A contact without it is counted as skipped.</summary>
    public required string Email { get; init; }

    /// <summary>
    /// Values for <c>{{field}}</c> placeholders (names of letters, digits, underscore). Strings are expected; other scalars are
    /// turned into text.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonScalar>? MergeFields { get; init; }
}

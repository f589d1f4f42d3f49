using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Optional reason.</summary>
public sealed record RejectMessageRequest
{
    /// <summary>Why the message is rejected; kept on the message. At most 1000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

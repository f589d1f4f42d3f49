using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Why the customer leaves.</summary>
public sealed record ExitEnrollmentRequest
{
    /// <summary>Free text, stored as exitReason. At most 200 characters. Default: <c>manual</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>New last step.</summary>
public sealed record CreateSequenceRequest
{
    /// <summary>Days to the step that may follow later. 1 to 365. Default: <c>3</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DelayDays { get; init; }
}

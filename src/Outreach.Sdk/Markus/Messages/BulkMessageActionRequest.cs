using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>One decision for many messages.</summary>
public sealed record BulkMessageActionRequest
{
    /// <summary>The decision.</summary>
    public required BulkMessageAction Action { get; init; }

    /// <summary>Messages, without duplicates. 1 to 100 items.</summary>
    public required IReadOnlyList<string> MessageIds { get; init; }

    /// <summary>Rejection reason; ignored for approve. At most 1000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

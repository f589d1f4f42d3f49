using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Whom to enroll: a list of customers, or everyone in a segment. Exactly one of the two.</summary>
public sealed record EnrollCustomersRequest
{
    /// <summary>Profile ids, none twice. 1 to 1000 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CustomerIds { get; init; }

    /// <summary>Segment whose present members are enrolled.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SegmentId { get; init; }
}

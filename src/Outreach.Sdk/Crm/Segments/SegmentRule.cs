using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// One comparison of a profile field. <see cref="Criteria.Field"/> makes them with typed operands.
/// </summary>
public sealed record SegmentRule : SegmentNode
{
    /// <summary>Profile field, such as <c>engagementScore</c>.</summary>
    public string Field { get => field ?? ""; init; }

    /// <summary>The comparison.</summary>
    public RuleOperator Operator { get; init; }

    /// <summary>
    /// Operand: a scalar of the field's type; an array for <c>in</c>; an RFC 3339 date-time or a date for date fields. Needed
    /// except for <c>isNull</c> and <c>isNotNull</c>, where it is ignored.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Value { get; init; }
}

namespace Outreach.Sdk.Crm;

/// <summary>
/// Builds segment criteria: <c>Criteria.All(Criteria.Field("engagementScore").AtLeast(70), Criteria.Any(…))</c>.
/// </summary>
public static class Criteria
{
    /// <summary>A group in which every part must hold.</summary>
    public static SegmentCriteria All(params IReadOnlyList<SegmentNode> rules) => new() { Combinator = Combinator.And, Rules = rules };

    /// <summary>A group in which at least one part must hold.</summary>
    public static SegmentCriteria Any(params IReadOnlyList<SegmentNode> rules) => new() { Combinator = Combinator.Or, Rules = rules };

    /// <summary>Begins a rule on a field of the profile.</summary>
    /// <param name="name">Profile field, such as <c>engagementScore</c>.</param>
    public static CriteriaField Field(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name);
    }
}

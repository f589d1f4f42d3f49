using System.Globalization;
using System.Text.Json;

namespace Outreach.Sdk.Crm;

/// <summary>A field of the profile, waiting for its comparison; see <see cref="Criteria.Field"/>.</summary>
public readonly struct CriteriaField
{
    private readonly string _name;

    internal CriteriaField(string name) => _name = name;

    /// <summary>The field has the value.</summary>
    public SegmentRule EqualTo(JsonScalar value) => Rule(RuleOperator.Equal, value);

    /// <summary>The field has another value.</summary>
    public SegmentRule NotEqualTo(JsonScalar value) => Rule(RuleOperator.NotEqual, value);

    /// <summary>The number is greater.</summary>
    public SegmentRule GreaterThan(double value) => Rule(RuleOperator.GreaterThan, Number(value));

    /// <summary>The number is as great or greater.</summary>
    public SegmentRule AtLeast(double value) => Rule(RuleOperator.AtLeast, Number(value));

    /// <summary>The number is less.</summary>
    public SegmentRule LessThan(double value) => Rule(RuleOperator.LessThan, Number(value));

    /// <summary>The number is as great or less.</summary>
    public SegmentRule AtMost(double value) => Rule(RuleOperator.AtMost, Number(value));

    /// <summary>The date is later.</summary>
    public SegmentRule After(DateTimeOffset value) => Rule(RuleOperator.GreaterThan, Text(value));

    /// <summary>The date is the same or later.</summary>
    public SegmentRule NotBefore(DateTimeOffset value) => Rule(RuleOperator.AtLeast, Text(value));

    /// <summary>The date is earlier.</summary>
    public SegmentRule Before(DateTimeOffset value) => Rule(RuleOperator.LessThan, Text(value));

    /// <summary>The date is the same or earlier.</summary>
    public SegmentRule NotAfter(DateTimeOffset value) => Rule(RuleOperator.AtMost, Text(value));

    /// <summary>The field has one of the values.</summary>
    public SegmentRule In(params IReadOnlyList<JsonScalar> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new() { Field = _name, Operator = RuleOperator.In, Value = JsonSerializer.SerializeToElement(values, CrmJson.Default.IReadOnlyListJsonScalar) };
    }

    /// <summary>The text contains the part, or the list the entry.</summary>
    public SegmentRule Contains(string part) => Rule(RuleOperator.Contains, part);

    /// <summary>The field is not set.</summary>
    public SegmentRule IsNull() => new() { Field = _name, Operator = RuleOperator.IsNull };

    /// <summary>The field is set.</summary>
    public SegmentRule IsNotNull() => new() { Field = _name, Operator = RuleOperator.IsNotNull };

    // Whole numbers go out without a fraction, as they are written.
    private static JsonScalar Number(double value) => Math.Abs(value) < 1e15 && value == Math.Floor(value) ? (long)value : value;

    private static JsonScalar Text(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private SegmentRule Rule(RuleOperator comparison, JsonScalar value)
        => new() { Field = _name, Operator = comparison, Value = JsonSerializer.SerializeToElement(value, CrmJson.Default.JsonScalar) };
}

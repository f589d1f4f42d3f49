using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Comparison of a profile field with a value.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<RuleOperator>))]
public readonly record struct RuleOperator(string? Value) : IOpenEnum<RuleOperator>
{
    /// <summary><c>eq</c>.</summary>
    public static RuleOperator Equal { get; } = new("eq");

    /// <summary><c>neq</c>.</summary>
    public static RuleOperator NotEqual { get; } = new("neq");

    /// <summary><c>gt</c>.</summary>
    public static RuleOperator GreaterThan { get; } = new("gt");

    /// <summary><c>gte</c>.</summary>
    public static RuleOperator AtLeast { get; } = new("gte");

    /// <summary><c>lt</c>.</summary>
    public static RuleOperator LessThan { get; } = new("lt");

    /// <summary><c>lte</c>.</summary>
    public static RuleOperator AtMost { get; } = new("lte");

    /// <summary><c>in</c>.</summary>
    public static RuleOperator In { get; } = new("in");

    /// <summary><c>contains</c>.</summary>
    public static RuleOperator Contains { get; } = new("contains");

    /// <summary><c>isNull</c>.</summary>
    public static RuleOperator IsNull { get; } = new("isNull");

    /// <summary><c>isNotNull</c>.</summary>
    public static RuleOperator IsNotNull { get; } = new("isNotNull");

    /// <inheritdoc/>
    public static IReadOnlyList<RuleOperator> Known { get; } =
    [
        Equal, NotEqual, GreaterThan, AtLeast, LessThan, AtMost, In, Contains, IsNull, IsNotNull
    ];

    /// <inheritdoc/>
    public static RuleOperator From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

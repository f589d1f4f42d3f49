using System.Globalization;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The messages of validation_failed (contract section 2).</summary>
internal static class ReachkitViolations
{
    /// <summary>Missing, null or empty where that is not allowed.</summary>
    public const string Blank = "can't be blank";

    /// <summary>Of a wrong type or form, or not one of the values.</summary>
    public const string Invalid = "is invalid";

    /// <summary>The error that names all violations.</summary>
    public static ReachkitError ToError(IReadOnlyList<Violation> violations)
    {
        List<KeyValuePair<string, IReadOnlyList<string>>> details = [];
        foreach (IGrouping<string, Violation> field in violations.GroupBy(violation => violation.Path, StringComparer.Ordinal))
            details.Add(new(field.Key, [.. field.Select(MessageOf).Distinct(StringComparer.Ordinal)]));
        return new ReachkitError(422, "validation_failed", details);
    }

    private static string MessageOf(Violation violation) => violation.Kind switch
    {
        ViolationKind.Missing or ViolationKind.Null or ViolationKind.Blank => Blank,
        ViolationKind.TooShort => Blank,
        ViolationKind.TooLong => string.Create(CultureInfo.InvariantCulture, $"should be at most {violation.High} character(s)"),

        // A number without a published bound that no reader could hold.
        ViolationKind.TooLarge when violation.High is >= int.MaxValue => Invalid,
        ViolationKind.TooSmall or ViolationKind.TooLarge => violation.High is >= int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"must be greater than or equal to {violation.Low}")
            : string.Create(CultureInfo.InvariantCulture, $"must be between {violation.Low} and {violation.High}"),
        ViolationKind.Rule => violation.Expected!,
        _ => Invalid,
    };
}

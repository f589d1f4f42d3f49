using System.Globalization;

namespace Outreach.FakeServer.Markus;

/// <summary>Turns what is wrong with a body into Markus's refusal.</summary>
internal static class MarkusViolations
{
    /// <summary>Throws when a body has violations. One code for the whole: that of the violations if all share it, else SERVER_002.</summary>
    /// <param name="violations">What was found, in document order.</param>
    /// <param name="whole">The code of the whole request where its schema has one (HOOK_003).</param>
    public static void Refuse(IReadOnlyList<Violation> violations, string? whole = null)
    {
        if (violations.Count > 0) throw Error(violations, whole);
    }

    /// <summary>The refusal of a body with violations.</summary>
    public static MarkusError Error(IReadOnlyList<Violation> violations, string? whole = null)
    {
        string? code = whole ?? violations[0].Code;
        if (whole is null && violations.Any(violation => violation.Code != code)) code = null;
        return new MarkusError(code ?? "SERVER_002", details: [.. violations.Select(violation => (violation.Path, Text(violation)))]);
    }

    private static string Text(Violation violation) => violation.Kind switch
    {
        ViolationKind.Missing => "is required",
        ViolationKind.Null => "must not be null",
        ViolationKind.Type => $"must be {Article(violation.Expected ?? "value")}",
        ViolationKind.Blank => "must not be empty",
        ViolationKind.TooShort => $"must have at least {Number(violation.Low)} {(violation.Low == 1 ? "element or character" : "elements or characters")}",
        ViolationKind.TooLong => $"must have at most {Number(violation.High)} {(violation.High == 1 ? "element or character" : "elements or characters")}",
        ViolationKind.TooSmall => $"must be at least {Number(violation.Low)}",
        ViolationKind.TooLarge => $"must be at most {Number(violation.High)}",
        ViolationKind.NotAllowed => $"must be one of: {violation.Expected}",
        ViolationKind.Form => violation.Expected is "date-time" or "date" or "uuid" or "uri" or "email" ? $"must be {Article(violation.Expected)}" : "has the wrong form",
        _ => violation.Expected ?? "is not valid",
    };

    private static string Number(double? value) => (value ?? 0).ToString("0", CultureInfo.InvariantCulture);

    private static string Article(string noun) => "aeio".Contains(noun[0], StringComparison.Ordinal) ? $"an {noun}" : $"a {noun}";
}

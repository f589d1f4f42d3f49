namespace Outreach.FakeServer;

/// <summary>One member of a body that breaks its schema.</summary>
/// <param name="Path">The member's path, dotted, with indices as the API writes them; empty for the body itself.</param>
/// <param name="Kind">How it breaks it.</param>
/// <param name="Low">The lower bound that counts, or null.</param>
/// <param name="High">The upper bound that counts, or null.</param>
/// <param name="Expected">The type, form or values that are expected, or the text of a rule.</param>
/// <param name="Code">The error code of this violation where it has one of its own.</param>
internal sealed record Violation(string Path, ViolationKind Kind, double? Low = null, double? High = null, string? Expected = null, string? Code = null);

using Outreach.Sdk;

namespace Outreach.FakeServer.Mailmark;

/// <summary>A contact of a sequence in any state.</summary>
public sealed record EnrollmentFixture
{
    /// <summary>The sequence, by its name; of several the first.</summary>
    public required string Sequence { get; init; }

    /// <summary>The address; kept in lower case.</summary>
    public required string ContactEmail { get; init; }

    /// <summary><c>active</c>, <c>completed</c>, <c>replied</c>, <c>bounced</c> or <c>cancelled</c>.</summary>
    public string Status { get; init; } = "active";

    /// <summary>The step that comes next, from 0.</summary>
    public int CurrentStep { get; init; }

    /// <summary>When it was enrolled; null for now.</summary>
    public DateTimeOffset? EnrolledAt { get; init; }

    /// <summary>The values for placeholders; null for none.</summary>
    public IReadOnlyDictionary<string, JsonScalar>? MergeFields { get; init; }

    /// <summary>When the current step runs; null for never: a row alone sets nothing in motion. Not part of the JSON document.</summary>
    public DateTimeOffset? NextStepAt { get; init; }
}

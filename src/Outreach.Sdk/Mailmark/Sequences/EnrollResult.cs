namespace Outreach.Sdk.Mailmark;

/// <summary>Counts and ids.</summary>
public sealed record EnrollResult
{
    /// <summary>Contacts enrolled.</summary>
    public int Enrolled { get; init; }

    /// <summary>Contacts already active in the sequence or without an address.</summary>
    public int Skipped { get; init; }

    /// <summary>Ids of the new enrollments, in request order; skipped contacts have none.</summary>
    public IReadOnlyList<string> EnrollmentIds { get => field ?? []; init; }
}

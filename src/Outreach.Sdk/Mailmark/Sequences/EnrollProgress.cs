namespace Outreach.Sdk.Mailmark;

/// <summary>How far an enrolment of many slices has come.</summary>
public sealed record EnrollProgress
{
    /// <summary>Contacts sent so far.</summary>
    public int Contacts { get; init; }

    /// <summary>Contacts enrolled so far.</summary>
    public int Enrolled { get; init; }

    /// <summary>Contacts skipped so far: already active in the sequence, or without an address.</summary>
    public int Skipped { get; init; }
}

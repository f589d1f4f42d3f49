namespace Outreach.Sdk.Mailmark;

/// <summary>Enrollment counts of a sequence; the five states add up to <c>total</c>.</summary>
public sealed record EnrollmentStats
{
    /// <summary>Enrollments ever made, re-enrollments included.</summary>
    public int Total { get; init; }

    /// <summary>Still moving through the steps.</summary>
    public int Active { get; init; }

    /// <summary>Went through all steps.</summary>
    public int Completed { get; init; }

    /// <summary>Ended by a message from the contact.</summary>
    public int Replied { get; init; }

    /// <summary>Ended by a bounce.</summary>
    public int Bounced { get; init; }

    /// <summary>Cancelled.</summary>
    public int Cancelled { get; init; }
}

using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored enrollment.</summary>
internal sealed record EnrollmentRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required JourneyEnrollment Value { get; init; }

    /// <summary>Steps done since the enrollment or the last wait.</summary>
    public int StepsSinceWait { get; init; }
}

using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored step.</summary>
internal sealed record JourneyStepRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required JourneyStep Value { get; init; }
}

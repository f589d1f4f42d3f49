using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored journey.</summary>
internal sealed record JourneyRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Journey Value { get; init; }
}

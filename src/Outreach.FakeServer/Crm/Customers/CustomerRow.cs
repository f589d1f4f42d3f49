using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored profile.</summary>
internal sealed record CustomerRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Customer Value { get; init; }

    /// <summary>Activities of the last 30 days that a fixture claims and the timeline does not show.</summary>
    public int Claimed30d { get; init; }

    /// <summary>Activities of the last 90 days that a fixture claims and the timeline does not show.</summary>
    public int Claimed90d { get; init; }
}

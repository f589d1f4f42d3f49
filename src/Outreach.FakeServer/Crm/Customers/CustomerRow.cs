using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored profile.</summary>
internal sealed record CustomerRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Customer Value { get; init; }
}

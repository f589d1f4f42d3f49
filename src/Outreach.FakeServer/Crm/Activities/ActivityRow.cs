using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored activity.</summary>
internal sealed record ActivityRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Activity Value { get; init; }
}

namespace Outreach.FakeServer.Mailmark;

/// <summary>What mail transport and DNS do.</summary>
public sealed record TransportFixture
{
    /// <summary>Addresses that the transport refuses, with its text.</summary>
    public IReadOnlyDictionary<string, string> Reject { get => field ?? new Dictionary<string, string>(); init; }

    /// <summary>Recipients' domains: <c>mx</c>, <c>a-only</c>, <c>empty</c> or <c>nxdomain</c>.</summary>
    public IReadOnlyDictionary<string, string> Dns { get => field ?? new Dictionary<string, string>(); init; }
}

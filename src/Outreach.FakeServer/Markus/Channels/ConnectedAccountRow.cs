using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>An account that messages are sent from.</summary>
internal sealed record ConnectedAccountRow : Row
{
    public required string AccountId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The address or handle.</summary>
    public required string Handle { get; init; }

    public string? DisplayName { get; init; }

    public ConnectedAccountStatus Status { get; init; } = ConnectedAccountStatus.Connected;

    public bool IsDefault { get; init; }

    /// <summary>Most messages of one UTC day.</summary>
    public required int DailyLimit { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }
}

namespace Outreach.FakeServer.Markus;

/// <summary>A challenge of a 402 answer that nothing has been paid for yet.</summary>
internal sealed record PaymentChallengeRow : Row
{
    public required string AccountId { get; init; }

    /// <summary>The challenge's id on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The encoded charge request.</summary>
    public required string Request { get; init; }

    /// <summary>The price in US cents that the request names.</summary>
    public required int Cents { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

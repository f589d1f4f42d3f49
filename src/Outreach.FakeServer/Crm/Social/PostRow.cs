using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored post; the engagement that the network shows follows from its age, see <see cref="PostEngagement"/>.</summary>
internal sealed record PostRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required SocialPost Value { get; init; }

    /// <summary>The network, which a removed connection cannot tell any more.</summary>
    public string? Platform { get; init; }
}

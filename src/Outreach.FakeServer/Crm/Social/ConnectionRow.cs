using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A connected account.</summary>
internal sealed record ConnectionRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required SocialConnection Value { get; init; }
}

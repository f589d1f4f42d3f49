using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>State of a campaign.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CampaignStatus>))]
public readonly record struct CampaignStatus(string? Value) : IOpenEnum<CampaignStatus>
{
    /// <summary><c>draft</c>.</summary>
    public static CampaignStatus Draft { get; } = new("draft");

    /// <summary><c>active</c>.</summary>
    public static CampaignStatus Active { get; } = new("active");

    /// <summary><c>paused</c>.</summary>
    public static CampaignStatus Paused { get; } = new("paused");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignStatus> Known { get; } = [Draft, Active, Paused];

    /// <inheritdoc/>
    public static CampaignStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

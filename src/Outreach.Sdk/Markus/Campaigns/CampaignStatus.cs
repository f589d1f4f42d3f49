using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// State of a campaign. <c>draft</c> and <c>deleted</c> are published values; <c>active</c> is implied by CAMP_005; <c>paused</c>
/// and <c>completed</c> are inferred.
/// </summary>
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

    /// <summary><c>completed</c>.</summary>
    public static CampaignStatus Completed { get; } = new("completed");

    /// <summary><c>deleted</c>.</summary>
    public static CampaignStatus Deleted { get; } = new("deleted");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignStatus> Known { get; } = [Draft, Active, Paused, Completed, Deleted];

    /// <inheritdoc/>
    public static CampaignStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>State of a campaign.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CampaignStatus>))]
public readonly record struct CampaignStatus(string? Value) : IOpenEnum<CampaignStatus>
{
    /// <summary><c>DRAFT</c>.</summary>
    public static CampaignStatus Draft { get; } = new("DRAFT");

    /// <summary><c>SCHEDULED</c>.</summary>
    public static CampaignStatus Scheduled { get; } = new("SCHEDULED");

    /// <summary><c>ACTIVE</c>.</summary>
    public static CampaignStatus Active { get; } = new("ACTIVE");

    /// <summary><c>PAUSED</c>.</summary>
    public static CampaignStatus Paused { get; } = new("PAUSED");

    /// <summary><c>COMPLETED</c>.</summary>
    public static CampaignStatus Completed { get; } = new("COMPLETED");

    /// <summary><c>CANCELLED</c>.</summary>
    public static CampaignStatus Cancelled { get; } = new("CANCELLED");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignStatus> Known { get; } = [Draft, Scheduled, Active, Paused, Completed, Cancelled];

    /// <inheritdoc/>
    public static CampaignStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

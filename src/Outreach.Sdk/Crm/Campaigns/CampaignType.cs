using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// ONE_TIME: one send at scheduledAt. RECURRING: repeats by cron pattern. TRIGGERED: sends on an event. JOURNEY: driven by a
/// journey.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CampaignType>))]
public readonly record struct CampaignType(string? Value) : IOpenEnum<CampaignType>
{
    /// <summary><c>ONE_TIME</c>.</summary>
    public static CampaignType OneTime { get; } = new("ONE_TIME");

    /// <summary><c>RECURRING</c>.</summary>
    public static CampaignType Recurring { get; } = new("RECURRING");

    /// <summary><c>TRIGGERED</c>.</summary>
    public static CampaignType Triggered { get; } = new("TRIGGERED");

    /// <summary><c>JOURNEY</c>.</summary>
    public static CampaignType Journey { get; } = new("JOURNEY");

    /// <inheritdoc/>
    public static IReadOnlyList<CampaignType> Known { get; } = [OneTime, Recurring, Triggered, Journey];

    /// <inheritdoc/>
    public static CampaignType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

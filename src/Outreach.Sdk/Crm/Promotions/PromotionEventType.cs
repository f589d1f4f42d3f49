using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Kind of sent promotion. ANNOUNCEMENT is published, REMINDER inferred from reminderDays.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<PromotionEventType>))]
public readonly record struct PromotionEventType(string? Value) : IOpenEnum<PromotionEventType>
{
    /// <summary><c>ANNOUNCEMENT</c>.</summary>
    public static PromotionEventType Announcement { get; } = new("ANNOUNCEMENT");

    /// <summary><c>REMINDER</c>.</summary>
    public static PromotionEventType Reminder { get; } = new("REMINDER");

    /// <inheritdoc/>
    public static IReadOnlyList<PromotionEventType> Known { get; } = [Announcement, Reminder];

    /// <inheritdoc/>
    public static PromotionEventType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>IANA zone that a schedule accepts (26 of them).</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ScheduleTimezone>))]
public readonly record struct ScheduleTimezone(string? Value) : IOpenEnum<ScheduleTimezone>
{
    /// <summary><c>Pacific/Honolulu</c>.</summary>
    public static ScheduleTimezone Honolulu { get; } = new("Pacific/Honolulu");

    /// <summary><c>America/Anchorage</c>.</summary>
    public static ScheduleTimezone Anchorage { get; } = new("America/Anchorage");

    /// <summary><c>America/Los_Angeles</c>.</summary>
    public static ScheduleTimezone LosAngeles { get; } = new("America/Los_Angeles");

    /// <summary><c>America/Vancouver</c>.</summary>
    public static ScheduleTimezone Vancouver { get; } = new("America/Vancouver");

    /// <summary><c>America/Phoenix</c>.</summary>
    public static ScheduleTimezone Phoenix { get; } = new("America/Phoenix");

    /// <summary><c>America/Denver</c>.</summary>
    public static ScheduleTimezone Denver { get; } = new("America/Denver");

    /// <summary><c>America/Chicago</c>.</summary>
    public static ScheduleTimezone Chicago { get; } = new("America/Chicago");

    /// <summary><c>America/New_York</c>.</summary>
    public static ScheduleTimezone NewYork { get; } = new("America/New_York");

    /// <summary><c>America/Toronto</c>.</summary>
    public static ScheduleTimezone Toronto { get; } = new("America/Toronto");

    /// <summary><c>America/Sao_Paulo</c>.</summary>
    public static ScheduleTimezone SaoPaulo { get; } = new("America/Sao_Paulo");

    /// <summary><c>Europe/London</c>.</summary>
    public static ScheduleTimezone London { get; } = new("Europe/London");

    /// <summary><c>Europe/Paris</c>.</summary>
    public static ScheduleTimezone Paris { get; } = new("Europe/Paris");

    /// <summary><c>Europe/Berlin</c>.</summary>
    public static ScheduleTimezone Berlin { get; } = new("Europe/Berlin");

    /// <summary><c>Europe/Kiev</c>.</summary>
    public static ScheduleTimezone Kiev { get; } = new("Europe/Kiev");

    /// <summary><c>Europe/Moscow</c>.</summary>
    public static ScheduleTimezone Moscow { get; } = new("Europe/Moscow");

    /// <summary><c>Asia/Tehran</c>.</summary>
    public static ScheduleTimezone Tehran { get; } = new("Asia/Tehran");

    /// <summary><c>Asia/Dubai</c>.</summary>
    public static ScheduleTimezone Dubai { get; } = new("Asia/Dubai");

    /// <summary><c>Asia/Karachi</c>.</summary>
    public static ScheduleTimezone Karachi { get; } = new("Asia/Karachi");

    /// <summary><c>Asia/Kolkata</c>.</summary>
    public static ScheduleTimezone Kolkata { get; } = new("Asia/Kolkata");

    /// <summary><c>Asia/Bangkok</c>.</summary>
    public static ScheduleTimezone Bangkok { get; } = new("Asia/Bangkok");

    /// <summary><c>Asia/Shanghai</c>.</summary>
    public static ScheduleTimezone Shanghai { get; } = new("Asia/Shanghai");

    /// <summary><c>Asia/Hong_Kong</c>.</summary>
    public static ScheduleTimezone HongKong { get; } = new("Asia/Hong_Kong");

    /// <summary><c>Asia/Singapore</c>.</summary>
    public static ScheduleTimezone Singapore { get; } = new("Asia/Singapore");

    /// <summary><c>Asia/Tokyo</c>.</summary>
    public static ScheduleTimezone Tokyo { get; } = new("Asia/Tokyo");

    /// <summary><c>Australia/Sydney</c>.</summary>
    public static ScheduleTimezone Sydney { get; } = new("Australia/Sydney");

    /// <summary><c>Pacific/Auckland</c>.</summary>
    public static ScheduleTimezone Auckland { get; } = new("Pacific/Auckland");

    /// <inheritdoc/>
    public static IReadOnlyList<ScheduleTimezone> Known { get; } =
    [
        Honolulu, Anchorage, LosAngeles, Vancouver, Phoenix, Denver, Chicago, NewYork, Toronto, SaoPaulo, London,
        Paris, Berlin, Kiev, Moscow, Tehran, Dubai, Karachi, Kolkata, Bangkok, Shanghai, HongKong, Singapore, Tokyo,
        Sydney, Auckland
    ];

    /// <inheritdoc/>
    public static ScheduleTimezone From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

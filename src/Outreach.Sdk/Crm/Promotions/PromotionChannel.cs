using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// Way to announce an event. EMAIL, SMS and SOCIAL are published for promotions on the API page, FACEBOOK in the specification; the
/// others are inferred.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<PromotionChannel>))]
public readonly record struct PromotionChannel(string? Value) : IOpenEnum<PromotionChannel>
{
    /// <summary><c>EMAIL</c>.</summary>
    public static PromotionChannel Email { get; } = new("EMAIL");

    /// <summary><c>SMS</c>.</summary>
    public static PromotionChannel Sms { get; } = new("SMS");

    /// <summary><c>PUSH</c>.</summary>
    public static PromotionChannel Push { get; } = new("PUSH");

    /// <summary><c>WHATSAPP</c>.</summary>
    public static PromotionChannel WhatsApp { get; } = new("WHATSAPP");

    /// <summary><c>SOCIAL</c>.</summary>
    public static PromotionChannel Social { get; } = new("SOCIAL");

    /// <summary><c>FACEBOOK</c>.</summary>
    public static PromotionChannel Facebook { get; } = new("FACEBOOK");

    /// <summary><c>INSTAGRAM</c>.</summary>
    public static PromotionChannel Instagram { get; } = new("INSTAGRAM");

    /// <summary><c>TWITTER</c>.</summary>
    public static PromotionChannel Twitter { get; } = new("TWITTER");

    /// <summary><c>LINKEDIN</c>.</summary>
    public static PromotionChannel LinkedIn { get; } = new("LINKEDIN");

    /// <inheritdoc/>
    public static IReadOnlyList<PromotionChannel> Known { get; } = [Email, Sms, Push, WhatsApp, Social, Facebook, Instagram, Twitter, LinkedIn];

    /// <inheritdoc/>
    public static PromotionChannel From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

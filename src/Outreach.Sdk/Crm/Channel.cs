using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// Way to reach customers. EMAIL, SMS, FACEBOOK and INSTAGRAM are published for campaigns and PUSH is implied by pushTemplateId;
/// the others are inferred.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<Channel>))]
public readonly record struct Channel(string? Value) : IOpenEnum<Channel>
{
    /// <summary><c>EMAIL</c>.</summary>
    public static Channel Email { get; } = new("EMAIL");

    /// <summary><c>SMS</c>.</summary>
    public static Channel Sms { get; } = new("SMS");

    /// <summary><c>PUSH</c>.</summary>
    public static Channel Push { get; } = new("PUSH");

    /// <summary><c>WHATSAPP</c>.</summary>
    public static Channel WhatsApp { get; } = new("WHATSAPP");

    /// <summary><c>FACEBOOK</c>.</summary>
    public static Channel Facebook { get; } = new("FACEBOOK");

    /// <summary><c>INSTAGRAM</c>.</summary>
    public static Channel Instagram { get; } = new("INSTAGRAM");

    /// <summary><c>TWITTER</c>.</summary>
    public static Channel Twitter { get; } = new("TWITTER");

    /// <summary><c>LINKEDIN</c>.</summary>
    public static Channel LinkedIn { get; } = new("LINKEDIN");

    /// <inheritdoc/>
    public static IReadOnlyList<Channel> Known { get; } = [Email, Sms, Push, WhatsApp, Facebook, Instagram, Twitter, LinkedIn];

    /// <inheritdoc/>
    public static Channel From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

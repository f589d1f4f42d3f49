using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Outcome of a delivery. There is one attempt only.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<WebhookDeliveryStatus>))]
public readonly record struct WebhookDeliveryStatus(string? Value) : IOpenEnum<WebhookDeliveryStatus>
{
    /// <summary><c>pending</c>.</summary>
    public static WebhookDeliveryStatus Pending { get; } = new("pending");

    /// <summary><c>success</c>.</summary>
    public static WebhookDeliveryStatus Success { get; } = new("success");

    /// <summary><c>failed</c>.</summary>
    public static WebhookDeliveryStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static IReadOnlyList<WebhookDeliveryStatus> Known { get; } = [Pending, Success, Failed];

    /// <inheritdoc/>
    public static WebhookDeliveryStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>
/// <c>pending</c>: accepted by the transport, no outcome yet. <c>delivered</c>. <c>failed</c>: permanent bounce. <c>bounced</c>:
/// transient bounce.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<DeliveryStatus>))]
public readonly record struct DeliveryStatus(string? Value) : IOpenEnum<DeliveryStatus>
{
    /// <summary><c>pending</c>.</summary>
    public static DeliveryStatus Pending { get; } = new("pending");

    /// <summary><c>delivered</c>.</summary>
    public static DeliveryStatus Delivered { get; } = new("delivered");

    /// <summary><c>failed</c>.</summary>
    public static DeliveryStatus Failed { get; } = new("failed");

    /// <summary><c>bounced</c>.</summary>
    public static DeliveryStatus Bounced { get; } = new("bounced");

    /// <inheritdoc/>
    public static IReadOnlyList<DeliveryStatus> Known { get; } = [Pending, Delivered, Failed, Bounced];

    /// <inheritdoc/>
    public static DeliveryStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

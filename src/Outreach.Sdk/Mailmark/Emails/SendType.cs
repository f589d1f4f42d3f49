using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>
/// <c>transactional</c>: one message to all recipients together. <c>campaign</c>: one tracked message per recipient under one batch
/// id.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SendType>))]
public readonly record struct SendType(string? Value) : IOpenEnum<SendType>
{
    /// <summary><c>transactional</c>.</summary>
    public static SendType Transactional { get; } = new("transactional");

    /// <summary><c>campaign</c>.</summary>
    public static SendType Campaign { get; } = new("campaign");

    /// <inheritdoc/>
    public static IReadOnlyList<SendType> Known { get; } = [Transactional, Campaign];

    /// <inheritdoc/>
    public static SendType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary><c>queued</c>: handed to the mail transport at once. <c>scheduled</c>: stored until <c>scheduledAt</c>.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SendState>))]
public readonly record struct SendState(string? Value) : IOpenEnum<SendState>
{
    /// <summary><c>queued</c>.</summary>
    public static SendState Queued { get; } = new("queued");

    /// <summary><c>scheduled</c>.</summary>
    public static SendState Scheduled { get; } = new("scheduled");

    /// <inheritdoc/>
    public static IReadOnlyList<SendState> Known { get; } = [Queued, Scheduled];

    /// <inheritdoc/>
    public static SendState From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>The decision.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<BulkMessageAction>))]
public readonly record struct BulkMessageAction(string? Value) : IOpenEnum<BulkMessageAction>
{
    /// <summary><c>approve</c>.</summary>
    public static BulkMessageAction Approve { get; } = new("approve");

    /// <summary><c>reject</c>.</summary>
    public static BulkMessageAction Reject { get; } = new("reject");

    /// <inheritdoc/>
    public static IReadOnlyList<BulkMessageAction> Known { get; } = [Approve, Reject];

    /// <inheritdoc/>
    public static BulkMessageAction From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>The contact states that a caller may set. The others are set by the service.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ContactStatusInput>))]
public readonly record struct ContactStatusInput(string? Value) : IOpenEnum<ContactStatusInput>
{
    /// <summary><c>new</c>.</summary>
    public static ContactStatusInput New { get; } = new("new");

    /// <summary><c>interested</c>.</summary>
    public static ContactStatusInput Interested { get; } = new("interested");

    /// <summary><c>not_interested</c>.</summary>
    public static ContactStatusInput NotInterested { get; } = new("not_interested");

    /// <summary><c>unsubscribed</c>.</summary>
    public static ContactStatusInput Unsubscribed { get; } = new("unsubscribed");

    /// <inheritdoc/>
    public static IReadOnlyList<ContactStatusInput> Known { get; } = [New, Interested, NotInterested, Unsubscribed];

    /// <inheritdoc/>
    public static ContactStatusInput From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

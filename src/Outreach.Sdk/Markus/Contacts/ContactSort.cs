using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Values to sort by.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ContactSort>))]
public readonly record struct ContactSort(string? Value) : IOpenEnum<ContactSort>
{
    /// <summary><c>created_at</c>.</summary>
    public static ContactSort CreatedAt { get; } = new("created_at");

    /// <summary><c>updated_at</c>.</summary>
    public static ContactSort UpdatedAt { get; } = new("updated_at");

    /// <summary><c>name</c>.</summary>
    public static ContactSort Name { get; } = new("name");

    /// <summary><c>email</c>.</summary>
    public static ContactSort Email { get; } = new("email");

    /// <summary><c>last_contacted_at</c>.</summary>
    public static ContactSort LastContactedAt { get; } = new("last_contacted_at");

    /// <inheritdoc/>
    public static IReadOnlyList<ContactSort> Known { get; } = [CreatedAt, UpdatedAt, Name, Email, LastContactedAt];

    /// <inheritdoc/>
    public static ContactSort From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

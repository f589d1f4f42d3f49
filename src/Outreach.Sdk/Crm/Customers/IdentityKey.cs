using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>IdentityKey.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<IdentityKey>))]
public readonly record struct IdentityKey(string? Value) : IOpenEnum<IdentityKey>
{
    /// <summary><c>authUserId</c>.</summary>
    public static IdentityKey AuthUserId { get; } = new("authUserId");

    /// <summary><c>email</c>.</summary>
    public static IdentityKey Email { get; } = new("email");

    /// <summary><c>phoneNumber</c>.</summary>
    public static IdentityKey PhoneNumber { get; } = new("phoneNumber");

    /// <inheritdoc/>
    public static IReadOnlyList<IdentityKey> Known { get; } = [AuthUserId, Email, PhoneNumber];

    /// <inheritdoc/>
    public static IdentityKey From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>ResolutionResultMatchedBy.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ResolutionResultMatchedBy>))]
public readonly record struct ResolutionResultMatchedBy(string? Value) : IOpenEnum<ResolutionResultMatchedBy>
{
    /// <summary><c>authUserId</c>.</summary>
    public static ResolutionResultMatchedBy AuthUserId { get; } = new("authUserId");

    /// <summary><c>email</c>.</summary>
    public static ResolutionResultMatchedBy Email { get; } = new("email");

    /// <summary><c>phoneNumber</c>.</summary>
    public static ResolutionResultMatchedBy PhoneNumber { get; } = new("phoneNumber");

    /// <inheritdoc/>
    public static IReadOnlyList<ResolutionResultMatchedBy> Known { get; } = [AuthUserId, Email, PhoneNumber];

    /// <inheritdoc/>
    public static ResolutionResultMatchedBy From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

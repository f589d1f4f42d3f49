using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Life of a profile. MERGED and DELETED are set by the server only.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<CustomerStatus>))]
public readonly record struct CustomerStatus(string? Value) : IOpenEnum<CustomerStatus>
{
    /// <summary><c>ACTIVE</c>.</summary>
    public static CustomerStatus Active { get; } = new("ACTIVE");

    /// <summary><c>INACTIVE</c>.</summary>
    public static CustomerStatus Inactive { get; } = new("INACTIVE");

    /// <summary><c>MERGED</c>.</summary>
    public static CustomerStatus Merged { get; } = new("MERGED");

    /// <summary><c>DELETED</c>.</summary>
    public static CustomerStatus Deleted { get; } = new("DELETED");

    /// <inheritdoc/>
    public static IReadOnlyList<CustomerStatus> Known { get; } = [Active, Inactive, Merged, Deleted];

    /// <inheritdoc/>
    public static CustomerStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

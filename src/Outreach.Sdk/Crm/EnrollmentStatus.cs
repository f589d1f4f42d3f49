using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>State of one customer inside one journey. The type name is published, its values are read off the journey counters.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<EnrollmentStatus>))]
public readonly record struct EnrollmentStatus(string? Value) : IOpenEnum<EnrollmentStatus>
{
    /// <summary><c>ACTIVE</c>.</summary>
    public static EnrollmentStatus Active { get; } = new("ACTIVE");

    /// <summary><c>COMPLETED</c>.</summary>
    public static EnrollmentStatus Completed { get; } = new("COMPLETED");

    /// <summary><c>EXITED</c>.</summary>
    public static EnrollmentStatus Exited { get; } = new("EXITED");

    /// <summary><c>FAILED</c>.</summary>
    public static EnrollmentStatus Failed { get; } = new("FAILED");

    /// <inheritdoc/>
    public static IReadOnlyList<EnrollmentStatus> Known { get; } = [Active, Completed, Exited, Failed];

    /// <inheritdoc/>
    public static EnrollmentStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

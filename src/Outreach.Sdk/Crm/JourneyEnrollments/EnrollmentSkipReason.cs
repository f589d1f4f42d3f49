using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Why.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<EnrollmentSkipReason>))]
public readonly record struct EnrollmentSkipReason(string? Value) : IOpenEnum<EnrollmentSkipReason>
{
    /// <summary><c>ALREADY_ENROLLED</c>.</summary>
    public static EnrollmentSkipReason AlreadyEnrolled { get; } = new("ALREADY_ENROLLED");

    /// <summary><c>REENTRY_NOT_ALLOWED</c>.</summary>
    public static EnrollmentSkipReason ReentryNotAllowed { get; } = new("REENTRY_NOT_ALLOWED");

    /// <summary><c>ENROLLMENT_LIMIT_REACHED</c>.</summary>
    public static EnrollmentSkipReason EnrollmentLimitReached { get; } = new("ENROLLMENT_LIMIT_REACHED");

    /// <summary><c>CUSTOMER_NOT_FOUND</c>.</summary>
    public static EnrollmentSkipReason CustomerNotFound { get; } = new("CUSTOMER_NOT_FOUND");

    /// <summary><c>CUSTOMER_NOT_ACTIVE</c>.</summary>
    public static EnrollmentSkipReason CustomerNotActive { get; } = new("CUSTOMER_NOT_ACTIVE");

    /// <inheritdoc/>
    public static IReadOnlyList<EnrollmentSkipReason> Known { get; } =
    [
        AlreadyEnrolled, ReentryNotAllowed, EnrollmentLimitReached, CustomerNotFound, CustomerNotActive
    ];

    /// <inheritdoc/>
    public static EnrollmentSkipReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

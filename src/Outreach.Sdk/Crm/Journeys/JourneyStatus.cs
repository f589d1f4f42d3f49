using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>DRAFT: being built. ACTIVE: enrolls and runs. PAUSED: neither enrolls nor moves anyone. ARCHIVED: closed for good.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<JourneyStatus>))]
public readonly record struct JourneyStatus(string? Value) : IOpenEnum<JourneyStatus>
{
    /// <summary><c>DRAFT</c>.</summary>
    public static JourneyStatus Draft { get; } = new("DRAFT");

    /// <summary><c>ACTIVE</c>.</summary>
    public static JourneyStatus Active { get; } = new("ACTIVE");

    /// <summary><c>PAUSED</c>.</summary>
    public static JourneyStatus Paused { get; } = new("PAUSED");

    /// <summary><c>ARCHIVED</c>.</summary>
    public static JourneyStatus Archived { get; } = new("ARCHIVED");

    /// <inheritdoc/>
    public static IReadOnlyList<JourneyStatus> Known { get; } = [Draft, Active, Paused, Archived];

    /// <inheritdoc/>
    public static JourneyStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

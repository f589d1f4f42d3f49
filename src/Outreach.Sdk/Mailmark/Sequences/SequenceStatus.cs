using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>State of a sequence; <c>completed</c> is final.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SequenceStatus>))]
public readonly record struct SequenceStatus(string? Value) : IOpenEnum<SequenceStatus>
{
    /// <summary><c>active</c>.</summary>
    public static SequenceStatus Active { get; } = new("active");

    /// <summary><c>paused</c>.</summary>
    public static SequenceStatus Paused { get; } = new("paused");

    /// <summary><c>completed</c>.</summary>
    public static SequenceStatus Completed { get; } = new("completed");

    /// <inheritdoc/>
    public static IReadOnlyList<SequenceStatus> Known { get; } = [Active, Paused, Completed];

    /// <inheritdoc/>
    public static SequenceStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

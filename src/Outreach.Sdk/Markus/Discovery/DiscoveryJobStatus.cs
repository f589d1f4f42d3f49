using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>State of a discovery job.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<DiscoveryJobStatus>))]
public readonly record struct DiscoveryJobStatus(string? Value) : IOpenEnum<DiscoveryJobStatus>
{
    /// <summary><c>queued</c>.</summary>
    public static DiscoveryJobStatus Queued { get; } = new("queued");

    /// <summary><c>running</c>.</summary>
    public static DiscoveryJobStatus Running { get; } = new("running");

    /// <summary><c>completed</c>.</summary>
    public static DiscoveryJobStatus Completed { get; } = new("completed");

    /// <summary><c>failed</c>.</summary>
    public static DiscoveryJobStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static IReadOnlyList<DiscoveryJobStatus> Known { get; } = [Queued, Running, Completed, Failed];

    /// <inheritdoc/>
    public static DiscoveryJobStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

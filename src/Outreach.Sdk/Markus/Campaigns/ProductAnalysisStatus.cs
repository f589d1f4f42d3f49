using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>State of the analysis.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductAnalysisStatus>))]
public readonly record struct ProductAnalysisStatus(string? Value) : IOpenEnum<ProductAnalysisStatus>
{
    /// <summary><c>processing</c>.</summary>
    public static ProductAnalysisStatus Processing { get; } = new("processing");

    /// <summary><c>completed</c>.</summary>
    public static ProductAnalysisStatus Completed { get; } = new("completed");

    /// <summary><c>failed</c>.</summary>
    public static ProductAnalysisStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static IReadOnlyList<ProductAnalysisStatus> Known { get; } = [Processing, Completed, Failed];

    /// <inheritdoc/>
    public static ProductAnalysisStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

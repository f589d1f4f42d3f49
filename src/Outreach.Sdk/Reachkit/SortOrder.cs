using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Sort direction.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SortOrder>))]
public readonly record struct SortOrder(string? Value) : IOpenEnum<SortOrder>
{
    /// <summary><c>asc</c>.</summary>
    public static SortOrder Asc { get; } = new("asc");

    /// <summary><c>desc</c>.</summary>
    public static SortOrder Desc { get; } = new("desc");

    /// <inheritdoc/>
    public static IReadOnlyList<SortOrder> Known { get; } = [Asc, Desc];

    /// <inheritdoc/>
    public static SortOrder From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

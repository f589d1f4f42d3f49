using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// STATIC: members are kept by hand. DYNAMIC: members are computed from criteria. SMART: scored by a model. IMPORT: loaded from a
/// file; appears in the data model only and cannot be created here.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SegmentType>))]
public readonly record struct SegmentType(string? Value) : IOpenEnum<SegmentType>
{
    /// <summary><c>STATIC</c>.</summary>
    public static SegmentType Static { get; } = new("STATIC");

    /// <summary><c>DYNAMIC</c>.</summary>
    public static SegmentType Dynamic { get; } = new("DYNAMIC");

    /// <summary><c>SMART</c>.</summary>
    public static SegmentType Smart { get; } = new("SMART");

    /// <summary><c>IMPORT</c>.</summary>
    public static SegmentType Import { get; } = new("IMPORT");

    /// <inheritdoc/>
    public static IReadOnlyList<SegmentType> Known { get; } = [Static, Dynamic, Smart, Import];

    /// <inheritdoc/>
    public static SegmentType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>MergedField.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<MergedField>))]
public readonly record struct MergedField(string? Value) : IOpenEnum<MergedField>
{
    /// <summary><c>activities</c>.</summary>
    public static MergedField Activities { get; } = new("activities");

    /// <summary><c>notes</c>.</summary>
    public static MergedField Notes { get; } = new("notes");

    /// <summary><c>segmentMemberships</c>.</summary>
    public static MergedField SegmentMemberships { get; } = new("segmentMemberships");

    /// <inheritdoc/>
    public static IReadOnlyList<MergedField> Known { get; } = [Activities, Notes, SegmentMemberships];

    /// <inheritdoc/>
    public static MergedField From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>MergeResultMergedFields.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<MergeResultMergedFields>))]
public readonly record struct MergeResultMergedFields(string? Value) : IOpenEnum<MergeResultMergedFields>
{
    /// <summary><c>activities</c>.</summary>
    public static MergeResultMergedFields Activities { get; } = new("activities");

    /// <summary><c>notes</c>.</summary>
    public static MergeResultMergedFields Notes { get; } = new("notes");

    /// <summary><c>segmentMemberships</c>.</summary>
    public static MergeResultMergedFields SegmentMemberships { get; } = new("segmentMemberships");

    /// <inheritdoc/>
    public static IReadOnlyList<MergeResultMergedFields> Known { get; } = [Activities, Notes, SegmentMemberships];

    /// <inheritdoc/>
    public static MergeResultMergedFields From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>How far a lead got: nothing sent, something sent, or answered.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<LeadStatus>))]
public readonly record struct LeadStatus(string? Value) : IOpenEnum<LeadStatus>
{
    /// <summary><c>uncontacted</c>.</summary>
    public static LeadStatus Uncontacted { get; } = new("uncontacted");

    /// <summary><c>contacted</c>.</summary>
    public static LeadStatus Contacted { get; } = new("contacted");

    /// <summary><c>replied</c>.</summary>
    public static LeadStatus Replied { get; } = new("replied");

    /// <inheritdoc/>
    public static IReadOnlyList<LeadStatus> Known { get; } = [Uncontacted, Contacted, Replied];

    /// <inheritdoc/>
    public static LeadStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

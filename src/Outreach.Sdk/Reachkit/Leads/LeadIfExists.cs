using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>What to do when the campaign already has a lead with that address.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<LeadIfExists>))]
public readonly record struct LeadIfExists(string? Value) : IOpenEnum<LeadIfExists>
{
    /// <summary><c>fail</c>.</summary>
    public static LeadIfExists Fail { get; } = new("fail");

    /// <summary><c>skip</c>.</summary>
    public static LeadIfExists Skip { get; } = new("skip");

    /// <summary><c>update</c>.</summary>
    public static LeadIfExists Update { get; } = new("update");

    /// <inheritdoc/>
    public static IReadOnlyList<LeadIfExists> Known { get; } = [Fail, Skip, Update];

    /// <inheritdoc/>
    public static LeadIfExists From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

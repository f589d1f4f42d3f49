using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Kind of text.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ContentPurpose>))]
public readonly record struct ContentPurpose(string? Value) : IOpenEnum<ContentPurpose>
{
    /// <summary><c>initial_outreach</c>.</summary>
    public static ContentPurpose InitialOutreach { get; } = new("initial_outreach");

    /// <summary><c>follow_up</c>.</summary>
    public static ContentPurpose FollowUp { get; } = new("follow_up");

    /// <summary><c>reply</c>.</summary>
    public static ContentPurpose Reply { get; } = new("reply");

    /// <inheritdoc/>
    public static IReadOnlyList<ContentPurpose> Known { get; } = [InitialOutreach, FollowUp, Reply];

    /// <inheritdoc/>
    public static ContentPurpose From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

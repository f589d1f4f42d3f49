using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>AND: every rule must hold. OR: at least one must hold.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<Combinator>))]
public readonly record struct Combinator(string? Value) : IOpenEnum<Combinator>
{
    /// <summary><c>AND</c>.</summary>
    public static Combinator And { get; } = new("AND");

    /// <summary><c>OR</c>.</summary>
    public static Combinator Or { get; } = new("OR");

    /// <inheritdoc/>
    public static IReadOnlyList<Combinator> Known { get; } = [And, Or];

    /// <inheritdoc/>
    public static Combinator From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

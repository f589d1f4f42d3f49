using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>How a contact came into the account.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ContactSource>))]
public readonly record struct ContactSource(string? Value) : IOpenEnum<ContactSource>
{
    /// <summary><c>manual</c>.</summary>
    public static ContactSource Manual { get; } = new("manual");

    /// <summary><c>import</c>.</summary>
    public static ContactSource Import { get; } = new("import");

    /// <summary><c>discovery</c>.</summary>
    public static ContactSource Discovery { get; } = new("discovery");

    /// <inheritdoc/>
    public static IReadOnlyList<ContactSource> Known { get; } = [Manual, Import, Discovery];

    /// <inheritdoc/>
    public static ContactSource From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

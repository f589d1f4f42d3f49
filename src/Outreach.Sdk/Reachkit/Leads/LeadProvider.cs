using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Mail provider of the lead; null until it has been detected.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<LeadProvider>))]
public readonly record struct LeadProvider(string? Value) : IOpenEnum<LeadProvider>
{
    /// <summary><c>other</c>.</summary>
    public static LeadProvider Other { get; } = new("other");

    /// <summary><c>google</c>.</summary>
    public static LeadProvider Google { get; } = new("google");

    /// <summary><c>microsoft</c>.</summary>
    public static LeadProvider Microsoft { get; } = new("microsoft");

    /// <summary><c>yahoo</c>.</summary>
    public static LeadProvider Yahoo { get; } = new("yahoo");

    /// <summary><c>zoho</c>.</summary>
    public static LeadProvider Zoho { get; } = new("zoho");

    /// <inheritdoc/>
    public static IReadOnlyList<LeadProvider> Known { get; } = [Other, Google, Microsoft, Yahoo, Zoho];

    /// <inheritdoc/>
    public static LeadProvider From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

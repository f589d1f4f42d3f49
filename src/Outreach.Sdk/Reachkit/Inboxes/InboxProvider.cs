using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Mail provider of an inbox.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<InboxProvider>))]
public readonly record struct InboxProvider(string? Value) : IOpenEnum<InboxProvider>
{
    /// <summary><c>google</c>.</summary>
    public static InboxProvider Google { get; } = new("google");

    /// <summary><c>microsoft</c>.</summary>
    public static InboxProvider Microsoft { get; } = new("microsoft");

    /// <summary><c>other</c>.</summary>
    public static InboxProvider Other { get; } = new("other");

    /// <inheritdoc/>
    public static IReadOnlyList<InboxProvider> Known { get; } = [Google, Microsoft, Other];

    /// <inheritdoc/>
    public static InboxProvider From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

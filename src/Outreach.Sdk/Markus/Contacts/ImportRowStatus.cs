using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What happened.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ImportRowStatus>))]
public readonly record struct ImportRowStatus(string? Value) : IOpenEnum<ImportRowStatus>
{
    /// <summary><c>created</c>.</summary>
    public static ImportRowStatus Created { get; } = new("created");

    /// <summary><c>skipped</c>.</summary>
    public static ImportRowStatus Skipped { get; } = new("skipped");

    /// <summary><c>failed</c>.</summary>
    public static ImportRowStatus Failed { get; } = new("failed");

    /// <summary>
    /// The client's own, never sent by the service: the call broke off, so the row was imported or not. Importing it again with
    /// duplicates skipped does no harm where it has an e-mail address.
    /// </summary>
    public static ImportRowStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static IReadOnlyList<ImportRowStatus> Known { get; } = [Created, Skipped, Failed];

    /// <inheritdoc/>
    public static ImportRowStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

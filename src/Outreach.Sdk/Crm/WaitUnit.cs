using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Unit of a wait.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<WaitUnit>))]
public readonly record struct WaitUnit(string? Value) : IOpenEnum<WaitUnit>
{
    /// <summary><c>HOURS</c>.</summary>
    public static WaitUnit Hours { get; } = new("HOURS");

    /// <summary><c>DAYS</c>.</summary>
    public static WaitUnit Days { get; } = new("DAYS");

    /// <summary><c>WEEKS</c>.</summary>
    public static WaitUnit Weeks { get; } = new("WEEKS");

    /// <inheritdoc/>
    public static IReadOnlyList<WaitUnit> Known { get; } = [Hours, Days, Weeks];

    /// <inheritdoc/>
    public static WaitUnit From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

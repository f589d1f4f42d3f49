using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Payment interval.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<BillingInterval>))]
public readonly record struct BillingInterval(string? Value) : IOpenEnum<BillingInterval>
{
    /// <summary><c>month</c>.</summary>
    public static BillingInterval Month { get; } = new("month");

    /// <summary><c>year</c>.</summary>
    public static BillingInterval Year { get; } = new("year");

    /// <inheritdoc/>
    public static IReadOnlyList<BillingInterval> Known { get; } = [Month, Year];

    /// <inheritdoc/>
    public static BillingInterval From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

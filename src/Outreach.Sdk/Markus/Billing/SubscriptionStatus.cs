using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>State.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SubscriptionStatus>))]
public readonly record struct SubscriptionStatus(string? Value) : IOpenEnum<SubscriptionStatus>
{
    /// <summary><c>trialing</c>.</summary>
    public static SubscriptionStatus Trialing { get; } = new("trialing");

    /// <summary><c>active</c>.</summary>
    public static SubscriptionStatus Active { get; } = new("active");

    /// <summary><c>past_due</c>.</summary>
    public static SubscriptionStatus PastDue { get; } = new("past_due");

    /// <summary><c>canceled</c>.</summary>
    public static SubscriptionStatus Canceled { get; } = new("canceled");

    /// <inheritdoc/>
    public static IReadOnlyList<SubscriptionStatus> Known { get; } = [Trialing, Active, PastDue, Canceled];

    /// <inheritdoc/>
    public static SubscriptionStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

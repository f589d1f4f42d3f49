using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>
/// Commercial stage: SUBSCRIBER (only an address), LEAD (interest shown), PROSPECT (engaged with content), CUSTOMER (has bought),
/// MEMBER (active membership), ADVOCATE (refers others), CHURNED (lapsed). PROSPECT is missing from the list filter's published
/// values but present in the profile model.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<LifecycleStage>))]
public readonly record struct LifecycleStage(string? Value) : IOpenEnum<LifecycleStage>
{
    /// <summary><c>SUBSCRIBER</c>.</summary>
    public static LifecycleStage Subscriber { get; } = new("SUBSCRIBER");

    /// <summary><c>LEAD</c>.</summary>
    public static LifecycleStage Lead { get; } = new("LEAD");

    /// <summary><c>PROSPECT</c>.</summary>
    public static LifecycleStage Prospect { get; } = new("PROSPECT");

    /// <summary><c>CUSTOMER</c>.</summary>
    public static LifecycleStage Customer { get; } = new("CUSTOMER");

    /// <summary><c>MEMBER</c>.</summary>
    public static LifecycleStage Member { get; } = new("MEMBER");

    /// <summary><c>ADVOCATE</c>.</summary>
    public static LifecycleStage Advocate { get; } = new("ADVOCATE");

    /// <summary><c>CHURNED</c>.</summary>
    public static LifecycleStage Churned { get; } = new("CHURNED");

    /// <inheritdoc/>
    public static IReadOnlyList<LifecycleStage> Known { get; } = [Subscriber, Lead, Prospect, Customer, Member, Advocate, Churned];

    /// <inheritdoc/>
    public static LifecycleStage From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

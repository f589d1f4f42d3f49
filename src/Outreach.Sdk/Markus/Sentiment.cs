using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Tone of an inbound message.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<Sentiment>))]
public readonly record struct Sentiment(string? Value) : IOpenEnum<Sentiment>
{
    /// <summary><c>positive</c>.</summary>
    public static Sentiment Positive { get; } = new("positive");

    /// <summary><c>neutral</c>.</summary>
    public static Sentiment Neutral { get; } = new("neutral");

    /// <summary><c>negative</c>.</summary>
    public static Sentiment Negative { get; } = new("negative");

    /// <inheritdoc/>
    public static IReadOnlyList<Sentiment> Known { get; } = [Positive, Neutral, Negative];

    /// <inheritdoc/>
    public static Sentiment From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

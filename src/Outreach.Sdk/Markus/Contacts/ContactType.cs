using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Kind of contact; the dimension of the contact type distribution.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ContactType>))]
public readonly record struct ContactType(string? Value) : IOpenEnum<ContactType>
{
    /// <summary><c>venue</c>.</summary>
    public static ContactType Venue { get; } = new("venue");

    /// <summary><c>promoter</c>.</summary>
    public static ContactType Promoter { get; } = new("promoter");

    /// <summary><c>brand</c>.</summary>
    public static ContactType Brand { get; } = new("brand");

    /// <summary><c>influencer</c>.</summary>
    public static ContactType Influencer { get; } = new("influencer");

    /// <summary><c>media</c>.</summary>
    public static ContactType Media { get; } = new("media");

    /// <summary><c>business</c>.</summary>
    public static ContactType Business { get; } = new("business");

    /// <summary><c>individual</c>.</summary>
    public static ContactType Individual { get; } = new("individual");

    /// <summary><c>other</c>.</summary>
    public static ContactType Other { get; } = new("other");

    /// <inheritdoc/>
    public static IReadOnlyList<ContactType> Known { get; } = [Venue, Promoter, Brand, Influencer, Media, Business, Individual, Other];

    /// <inheritdoc/>
    public static ContactType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

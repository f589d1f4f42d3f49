using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Group of an activity. MEMBERSHIP, BOOKING and COMMUNICATION are published; the other values are inferred.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ActivityCategory>))]
public readonly record struct ActivityCategory(string? Value) : IOpenEnum<ActivityCategory>
{
    /// <summary><c>MEMBERSHIP</c>.</summary>
    public static ActivityCategory Membership { get; } = new("MEMBERSHIP");

    /// <summary><c>BOOKING</c>.</summary>
    public static ActivityCategory Booking { get; } = new("BOOKING");

    /// <summary><c>PAYMENT</c>.</summary>
    public static ActivityCategory Payment { get; } = new("PAYMENT");

    /// <summary><c>COMPETITION</c>.</summary>
    public static ActivityCategory Competition { get; } = new("COMPETITION");

    /// <summary><c>COMMUNICATION</c>.</summary>
    public static ActivityCategory Communication { get; } = new("COMMUNICATION");

    /// <summary><c>CONSENT</c>.</summary>
    public static ActivityCategory Consent { get; } = new("CONSENT");

    /// <summary><c>MARKETING</c>.</summary>
    public static ActivityCategory Marketing { get; } = new("MARKETING");

    /// <summary><c>PROFILE</c>.</summary>
    public static ActivityCategory Profile { get; } = new("PROFILE");

    /// <summary><c>NOTE</c>.</summary>
    public static ActivityCategory Note { get; } = new("NOTE");

    /// <summary><c>OTHER</c>.</summary>
    public static ActivityCategory Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static IReadOnlyList<ActivityCategory> Known { get; } =
    [
        Membership, Booking, Payment, Competition, Communication, Consent, Marketing, Profile, Note, Other
    ];

    /// <inheritdoc/>
    public static ActivityCategory From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

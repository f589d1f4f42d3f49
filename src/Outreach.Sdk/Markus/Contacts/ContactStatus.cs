using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Outreach state of a contact.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ContactStatus>))]
public readonly record struct ContactStatus(string? Value) : IOpenEnum<ContactStatus>
{
    /// <summary><c>new</c>.</summary>
    public static ContactStatus New { get; } = new("new");

    /// <summary><c>contacted</c>.</summary>
    public static ContactStatus Contacted { get; } = new("contacted");

    /// <summary><c>replied</c>.</summary>
    public static ContactStatus Replied { get; } = new("replied");

    /// <summary><c>interested</c>.</summary>
    public static ContactStatus Interested { get; } = new("interested");

    /// <summary><c>not_interested</c>.</summary>
    public static ContactStatus NotInterested { get; } = new("not_interested");

    /// <summary><c>bounced</c>.</summary>
    public static ContactStatus Bounced { get; } = new("bounced");

    /// <summary><c>unsubscribed</c>.</summary>
    public static ContactStatus Unsubscribed { get; } = new("unsubscribed");

    /// <inheritdoc/>
    public static IReadOnlyList<ContactStatus> Known { get; } = [New, Contacted, Replied, Interested, NotInterested, Bounced, Unsubscribed];

    /// <inheritdoc/>
    public static ContactStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

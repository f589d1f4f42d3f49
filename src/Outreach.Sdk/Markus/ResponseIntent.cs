using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What the sender of an inbound message wants.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ResponseIntent>))]
public readonly record struct ResponseIntent(string? Value) : IOpenEnum<ResponseIntent>
{
    /// <summary><c>interested</c>.</summary>
    public static ResponseIntent Interested { get; } = new("interested");

    /// <summary><c>meeting_request</c>.</summary>
    public static ResponseIntent MeetingRequest { get; } = new("meeting_request");

    /// <summary><c>question</c>.</summary>
    public static ResponseIntent Question { get; } = new("question");

    /// <summary><c>not_interested</c>.</summary>
    public static ResponseIntent NotInterested { get; } = new("not_interested");

    /// <summary><c>unsubscribe</c>.</summary>
    public static ResponseIntent Unsubscribe { get; } = new("unsubscribe");

    /// <summary><c>out_of_office</c>.</summary>
    public static ResponseIntent OutOfOffice { get; } = new("out_of_office");

    /// <summary><c>other</c>.</summary>
    public static ResponseIntent Other { get; } = new("other");

    /// <inheritdoc/>
    public static IReadOnlyList<ResponseIntent> Known { get; } =
    [
        Interested, MeetingRequest, Question, NotInterested, Unsubscribe, OutOfOffice, Other
    ];

    /// <inheritdoc/>
    public static ResponseIntent From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

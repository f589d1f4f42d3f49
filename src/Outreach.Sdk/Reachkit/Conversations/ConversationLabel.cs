using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Label that a person can put on a conversation.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ConversationLabel>))]
public readonly record struct ConversationLabel(string? Value) : IOpenEnum<ConversationLabel>
{
    /// <summary><c>interested</c>.</summary>
    public static ConversationLabel Interested { get; } = new("interested");

    /// <summary><c>not_interested</c>.</summary>
    public static ConversationLabel NotInterested { get; } = new("not_interested");

    /// <summary><c>needs_more_info</c>.</summary>
    public static ConversationLabel NeedsMoreInfo { get; } = new("needs_more_info");

    /// <summary><c>meeting_requested</c>.</summary>
    public static ConversationLabel MeetingRequested { get; } = new("meeting_requested");

    /// <summary><c>wrong_person</c>.</summary>
    public static ConversationLabel WrongPerson { get; } = new("wrong_person");

    /// <summary><c>out_of_office</c>.</summary>
    public static ConversationLabel OutOfOffice { get; } = new("out_of_office");

    /// <summary><c>referral</c>.</summary>
    public static ConversationLabel Referral { get; } = new("referral");

    /// <summary><c>question</c>.</summary>
    public static ConversationLabel Question { get; } = new("question");

    /// <summary><c>neutral</c>.</summary>
    public static ConversationLabel Neutral { get; } = new("neutral");

    /// <summary><c>unsubscribe</c>.</summary>
    public static ConversationLabel Unsubscribe { get; } = new("unsubscribe");

    /// <summary><c>left_company</c>.</summary>
    public static ConversationLabel LeftCompany { get; } = new("left_company");

    /// <inheritdoc/>
    public static IReadOnlyList<ConversationLabel> Known { get; } =
    [
        Interested, NotInterested, NeedsMoreInfo, MeetingRequested, WrongPerson, OutOfOffice, Referral, Question,
        Neutral, Unsubscribe, LeftCompany
    ];

    /// <inheritdoc/>
    public static ConversationLabel From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

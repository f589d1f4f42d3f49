using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>A next step proposed by response analysis.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<SuggestedActionType>))]
public readonly record struct SuggestedActionType(string? Value) : IOpenEnum<SuggestedActionType>
{
    /// <summary><c>reply</c>.</summary>
    public static SuggestedActionType Reply { get; } = new("reply");

    /// <summary><c>schedule_meeting</c>.</summary>
    public static SuggestedActionType ScheduleMeeting { get; } = new("schedule_meeting");

    /// <summary><c>follow_up_later</c>.</summary>
    public static SuggestedActionType FollowUpLater { get; } = new("follow_up_later");

    /// <summary><c>mark_interested</c>.</summary>
    public static SuggestedActionType MarkInterested { get; } = new("mark_interested");

    /// <summary><c>mark_not_interested</c>.</summary>
    public static SuggestedActionType MarkNotInterested { get; } = new("mark_not_interested");

    /// <summary><c>unsubscribe</c>.</summary>
    public static SuggestedActionType Unsubscribe { get; } = new("unsubscribe");

    /// <summary><c>no_action</c>.</summary>
    public static SuggestedActionType NoAction { get; } = new("no_action");

    /// <inheritdoc/>
    public static IReadOnlyList<SuggestedActionType> Known { get; } =
    [
        Reply, ScheduleMeeting, FollowUpLater, MarkInterested, MarkNotInterested, Unsubscribe, NoAction
    ];

    /// <inheritdoc/>
    public static SuggestedActionType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

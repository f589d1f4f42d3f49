using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Kind of note. A type of this name is published, its values are not.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<NoteType>))]
public readonly record struct NoteType(string? Value) : IOpenEnum<NoteType>
{
    /// <summary><c>GENERAL</c>.</summary>
    public static NoteType General { get; } = new("GENERAL");

    /// <summary><c>CALL</c>.</summary>
    public static NoteType Call { get; } = new("CALL");

    /// <summary><c>MEETING</c>.</summary>
    public static NoteType Meeting { get; } = new("MEETING");

    /// <summary><c>FOLLOW_UP</c>.</summary>
    public static NoteType FollowUp { get; } = new("FOLLOW_UP");

    /// <summary><c>FEEDBACK</c>.</summary>
    public static NoteType Feedback { get; } = new("FEEDBACK");

    /// <summary><c>COMPLAINT</c>.</summary>
    public static NoteType Complaint { get; } = new("COMPLAINT");

    /// <inheritdoc/>
    public static IReadOnlyList<NoteType> Known { get; } = [General, Call, Meeting, FollowUp, Feedback, Complaint];

    /// <inheritdoc/>
    public static NoteType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

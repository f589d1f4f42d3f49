using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A new note.</summary>
public sealed record CreateNoteRequest
{
    /// <summary>Kind of note; GENERAL when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NoteType? Type { get; init; }

    /// <summary>Text of the note. 1 to 5000 characters.</summary>
    public required string Content { get; init; }

    /// <summary>Pin it. Default: <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsPinned { get; init; }
}

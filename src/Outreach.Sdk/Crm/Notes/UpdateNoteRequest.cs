using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Fields to change.</summary>
public sealed record UpdateNoteRequest
{
    /// <summary>Kind of note. A type of this name is published, its values are not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<NoteType> Type { get; init; }

    /// <summary>Text of the note. 1 to 5000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Content { get; init; }

    /// <summary>Pin or unpin.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsPinned { get; init; }
}

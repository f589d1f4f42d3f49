using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A remark of a staff member about a customer.</summary>
public sealed record Note
{
    /// <summary>Identifier of the note; opaque (the data model uses UUIDs, published examples use readable placeholders).</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Owning tenant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantId { get; init; }

    /// <summary>Profile it belongs to.</summary>
    public string CustomerId { get => field ?? ""; init; }

    /// <summary>Kind of note. A type of this name is published, its values are not.</summary>
    public NoteType Type { get; init; }

    /// <summary>Text of the note.</summary>
    public string Content { get => field ?? ""; init; }

    /// <summary>Pinned notes come first.</summary>
    public bool IsPinned { get; init; }

    /// <summary>User id of the author.</summary>
    public string CreatedBy { get => field ?? ""; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

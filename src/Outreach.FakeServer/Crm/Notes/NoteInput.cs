using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of note calls.</summary>
internal static class NoteInput
{
    private static readonly string[] ReadOnly = ["id", "tenantId", "customerId", "createdBy", "createdAt", "updatedAt"];

    /// <summary>Reads a new note.</summary>
    public static CreateNoteRequest Create(JsonElement body) => CrmInput.Read(body, ReadOnly, fields => new CreateNoteRequest
    {
        Content = fields.Text("content", required: true, min: 1, max: 5000).Or(null) ?? "",
        Type = fields.OneOf<NoteType>("type").Or(null),
        IsPinned = fields.Flag("isPinned").Or(null),
    });

    /// <summary>Reads a change.</summary>
    public static UpdateNoteRequest Update(JsonElement body) => CrmInput.Read(body, ReadOnly, fields => new UpdateNoteRequest
    {
        Content = fields.Text("content", min: 1, max: 5000).NotNull(),
        Type = fields.OneOf<NoteType>("type").NotNull(),
        IsPinned = fields.Flag("isPinned").NotNull(),
    }, patch: true);
}

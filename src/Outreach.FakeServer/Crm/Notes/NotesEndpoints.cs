using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on notes.</summary>
internal static class NotesEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("notes.list", List);
        routes.Map("notes.create", call => CrmCall.Created(call.Rules.Notes.Create(call.Caller, call.Path("id"), NoteInput.Create(call.Body())).Value, CrmJson.Default.Note));
        routes.Map("notes.update", call => CrmCall.Ok(call.Rules.Notes.Update(call.Caller, call.Parent, call.Path("noteId"), NoteInput.Update(call.Body())).Value, CrmJson.Default.Note));
        routes.Map("notes.delete", Delete);
    }

    private static FakeResponse List(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        return CrmCall.List(call.Rules.Notes.List(call.Caller, call.Path("id"), query.OneOf<NoteType>("type"), query.Paging()).Select(row => row.Value), CrmJson.Default.Note);
    }

    private static FakeResponse Delete(CrmCall call)
    {
        call.Rules.Notes.Delete(call.Caller, call.Parent, call.Path("noteId"));
        return CrmCall.NoContent();
    }
}

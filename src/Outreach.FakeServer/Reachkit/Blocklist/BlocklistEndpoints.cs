using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The operations of the blocklist (contract section 3.1).</summary>
internal static class BlocklistEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("blocklist.check", Check);
        routes.Map("blocklist.list", List);
        routes.Map("blocklist.create", Create);
        routes.Map("blocklist.delete", Delete);
    }

    private static FakeResponse Check(ReachkitCall call)
    {
        string text = call.Query("email") ?? "";
        string? email = ReachkitFields.NormaliseEmail(text);
        if (email is null) call.Report("email", string.IsNullOrWhiteSpace(text) ? ViolationKind.Blank : ViolationKind.Form);
        call.Check();
        return ReachkitAnswer.Data(new BlocklistCheck { Blocked = Find(call, email!) is not null }, ReachkitJson.Default.BlocklistCheck);
    }

    private static FakeResponse List(ReachkitCall call)
    {
        ListQuery query = ListQuery.Read(call);
        call.Check();
        Index<BlocklistRow>.Rows rows = call.State.BlocklistByWorkspace[ReachkitState.WorkspaceKey(call.Workspace.Ordinal)];
        ListPage<BlocklistRow> page = query.Apply(rows, rows.Count, rows.Newest, row => query.Finds(row.Email), field => field switch
        {
            "email" => row => row.Email,
            "created_at" => row => row.CreatedAt,
            _ => null,
        });
        return ReachkitAnswer.Page(page, Show, ReachkitJson.Default.BlocklistEntry);
    }

    private static FakeResponse Create(ReachkitCall call)
    {
        string? email = call.Fields().Email("email");
        call.Check();
        if (Find(call, email!) is not null) throw ReachkitError.AlreadyExists();
        BlocklistRow row = call.State.Blocklist.Add(new BlocklistRow { Workspace = call.Workspace.Ordinal, Email = email!, CreatedAt = call.Now });
        return ReachkitAnswer.Data(Show(row), ReachkitJson.Default.BlocklistEntry, 201);
    }

    private static FakeResponse Delete(ReachkitCall call)
    {
        BlocklistRow row = call.Own(call.State.Blocklist.Find(call.Path("entry_id")), entry => entry.Workspace);
        call.State.Blocklist.Remove(row);
        foreach (LeadRow lead in call.State.FindLeads(row.Workspace, row.Email))
            call.Module.Queue.Unpark(call.State.StateOf(lead));
        call.Module.Passes.Wake();
        return ReachkitAnswer.NoContent();
    }

    private static BlocklistRow? Find(ReachkitCall call, string email)
        => call.State.BlocklistByAddress.First(ReachkitState.AddressKey(call.Workspace.Ordinal, email));

    private static BlocklistEntry Show(BlocklistRow row) => new() { Id = row.Id, Email = row.Email, CreatedAt = row.CreatedAt };
}

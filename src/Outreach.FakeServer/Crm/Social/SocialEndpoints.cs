using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on social connections and posts.</summary>
internal static class SocialEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("socialConnections.list", ListConnections);
        routes.Map("socialConnections.get", call => Connection(call.Rules.Connections.Get(call.Caller, call.Path("id"))));
        routes.Map("socialConnections.disconnect", Disconnect);
        routes.Map("socialConnections.connect", call => CrmCall.Ok(call.Rules.Connections.Connect(call.Caller, SocialInput.Connect(call.Body())), CrmJson.Default.ConnectSocialResponse));
        routes.Map("socialConnections.callback", Callback);
        routes.Map("socialConnections.refresh", call => Connection(call.Rules.Connections.Refresh(call.Caller, call.Path("id"))));
        routes.Map("socialPosts.list", ListPosts);
        routes.Map("socialPosts.create", call => Post(call, call.Rules.Posts.Create(call.Caller, SocialInput.CreatePost(call.Body())), 201));
        routes.Map("socialPosts.get", call => Post(call, call.Rules.Posts.Get(call.Caller, call.Path("id"))));
        routes.Map("socialPosts.update", call => Post(call, call.Rules.Posts.Update(call.Caller, call.Path("id"), SocialInput.UpdatePost(call.Body()))));
        routes.Map("socialPosts.delete", DeletePost);
        routes.Map("socialPosts.schedule", call => Post(call, call.Rules.Posts.Schedule(call.Caller, call.Path("id"), SocialInput.Schedule(call.Body()).ScheduledAt)));
        routes.Map("socialPosts.publish", call => Post(call, call.Rules.Posts.Publish(call.Caller, call.Path("id"))));
        routes.Map("socialPosts.cancel", call => Post(call, call.Rules.Posts.Cancel(call.Caller, call.Path("id"))));
        routes.Map("socialPosts.syncEngagement", call => Post(call, call.Rules.Posts.SyncEngagement(call.Caller, call.Path("id"))));
    }

    private static FakeResponse ListConnections(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        CrmPage<ConnectionRow> page = call.Rules.Connections.List(call.Caller, tenantId, query.Text("clubId"), query.OneOf<SocialPlatform>("platform"), query.Boolean("isActive"), query.Paging());
        return CrmCall.List(page.Select(row => row.Value), CrmJson.Default.SocialConnection);
    }

    private static FakeResponse Disconnect(CrmCall call)
    {
        call.Rules.Connections.Disconnect(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }

    // By hand: the short answer has six members, all others have every one.
    private static FakeResponse Callback(CrmCall call)
    {
        ConnectionRow row = call.Rules.Connections.Callback(call.Caller, SocialInput.Callback(call.Body()));
        return CrmCall.Json(201, JsonBody.Write(row.Value, static (writer, connection) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", connection.Id);
            writer.WriteString("platform", connection.Platform.Value);
            writer.WriteString("accountId", connection.AccountId);
            writer.WriteString("accountName", connection.AccountName);
            writer.WriteBoolean("isActive", connection.IsActive);
            writer.WriteString("createdAt", Rfc3339.Write(connection.CreatedAt));
            writer.WriteEndObject();
        }));
    }

    private static FakeResponse ListPosts(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        PostFilter filter = new()
        {
            ConnectionId = query.Text("connectionId"),
            CampaignId = query.Text("campaignId"),
            Platform = query.OneOf<SocialPlatform>("platform"),
            Status = query.OneOf<SocialPostStatus>("status"),
        };
        return CrmCall.List(call.Rules.Posts.List(call.Caller, tenantId, filter, query.Paging()).Select(call.Rules.Posts.Show), CrmJson.Default.SocialPost);
    }

    private static FakeResponse DeletePost(CrmCall call)
    {
        call.Rules.Posts.Delete(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }

    private static FakeResponse Post(CrmCall call, PostRow row, int status = 200) => CrmCall.Ok(call.Rules.Posts.Show(row), CrmJson.Default.SocialPost, status);

    private static FakeResponse Connection(ConnectionRow row) => CrmCall.Ok(row.Value, CrmJson.Default.SocialConnection);
}

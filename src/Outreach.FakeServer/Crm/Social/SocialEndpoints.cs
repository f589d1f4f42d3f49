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
        return CrmCall.List(page, static (writer, row) => Write(writer, row.Value));
    }

    private static FakeResponse Disconnect(CrmCall call)
    {
        call.Rules.Connections.Disconnect(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }

    private static FakeResponse Callback(CrmCall call)
    {
        ConnectionRow row = call.Rules.Connections.Callback(call.Caller, SocialInput.Callback(call.Body()));
        return CrmCall.Json(201, JsonBody.Write(row.Value, static (writer, connection) =>
        {
            writer.WriteStartObject();
            WriteHead(writer, connection);
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

    private static FakeResponse Connection(ConnectionRow row) => CrmCall.Json(200, JsonBody.Write(row.Value, Write));

    // By hand: absent values are sent as null, which the client's record, made for the short answer too, leaves out.
    private static void Write(Utf8JsonWriter writer, SocialConnection connection)
    {
        writer.WriteStartObject();
        WriteHead(writer, connection);
        writer.WriteString("accountType", connection.AccountType);
        writer.WriteStartArray("permissions");
        foreach (string permission in connection.Permissions ?? []) writer.WriteStringValue(permission);
        writer.WriteEndArray();
        WriteTime(writer, "lastUsedAt", connection.LastUsedAt);
        WriteTime(writer, "tokenExpiry", connection.TokenExpiry);
        writer.WriteString("connectedBy", connection.ConnectedBy);
        writer.WriteString("connectedByName", connection.ConnectedByName);
        writer.WriteString("tenantId", connection.TenantId);
        writer.WriteString("clubId", connection.ClubId);
        WriteTime(writer, "lastErrorAt", connection.LastErrorAt);
        writer.WriteString("lastError", connection.LastError);
        WriteTime(writer, "updatedAt", connection.UpdatedAt);
        writer.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter writer, SocialConnection connection)
    {
        writer.WriteString("id", connection.Id);
        writer.WriteString("platform", connection.Platform.Value);
        writer.WriteString("accountId", connection.AccountId);
        writer.WriteString("accountName", connection.AccountName);
        writer.WriteBoolean("isActive", connection.IsActive);
        WriteTime(writer, "createdAt", connection.CreatedAt);
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time) => writer.WriteString(name, time is { } instant ? Rfc3339.Write(instant) : null);
}

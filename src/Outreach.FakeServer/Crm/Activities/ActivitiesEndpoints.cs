using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on the timeline.</summary>
internal static class ActivitiesEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("activities.list", List);
        routes.Map("activities.create", Create);
    }

    private static FakeResponse List(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        ActivityFilter filter = new()
        {
            Type = query.Text("type"),
            Category = query.OneOf<ActivityCategory>("category"),
            Channel = query.Text("channel"),
            SourceService = query.Text("sourceService"),
            From = query.Instant("from"),
            To = query.Instant("to"),
        };
        return CrmCall.List(call.Rules.Activities.List(call.Caller, call.Path("id"), filter, query.Paging()).Select(row => row.Value), CrmJson.Default.Activity);
    }

    private static FakeResponse Create(CrmCall call)
    {
        (ActivityRow row, bool isNew) = call.Rules.Activities.Create(call.Caller, call.Path("id"), ActivityInput.Create(call.Body()));
        return CrmCall.Ok(row.Value, CrmJson.Default.Activity, isNew ? 201 : 200);
    }
}

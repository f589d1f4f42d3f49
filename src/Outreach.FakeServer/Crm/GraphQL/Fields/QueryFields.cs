using System.Text.Json;
using static Outreach.FakeServer.Crm.GraphQL.GraphQLCaller;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The fields of Query, each by the REST call that it mirrors, and the fields that lead from one object to another.</summary>
internal static class QueryFields
{
    public static void Register(Dictionary<(string Type, string Field), Resolver> fields)
    {
        void Query(string field, Func<GraphQLCaller, ArgumentValues, object?> resolve)
            => fields.Add(("Query", field), (_, arguments, context) => resolve((GraphQLCaller)context!, arguments));

        Query("customer", (caller, a) => caller.Find("customers.get", [a.Text("id")!]));
        Query("customers", (caller, a) => caller.Connection("customers.list", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("pagination")));
        Query("resolveCustomer", (caller, a) => caller.Find("customers.resolve", null, Members(a)));
        Query("customerTimeline", (caller, a) => caller.Connection("activities.list", [a.Text("customerId")!], Members(a.Object("filters")), a.Object("filters").Object("pagination")));
        Query("customerNotes", (caller, a) => caller.All("notes.list", [a.Text("customerId")!], Pair("type", a.Text("type"))));

        Query("segment", (caller, a) => caller.Find("segments.get", [a.Text("id")!]));
        Query("segments", (caller, a) => caller.All("segments.list", null, Members(a)));
        Query("segmentMembers", SegmentMembers);

        Query("campaign", (caller, a) => caller.Find("campaigns.get", [a.Text("id")!]));
        Query("campaigns", (caller, a) => caller.Connection("campaigns.list", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("filter").Object("pagination")));
        Query("campaignStats", (caller, a) => caller.Call("campaigns.stats", [a.Text("id")!]));

        Query("journey", (caller, a) => caller.Find("journeys.get", [a.Text("id")!]));
        Query("journeys", (caller, a) => caller.All("journeys.list", null, Members(a)));
        Query("journeySteps", (caller, a) => Steps(caller, a.Text("journeyId")!));
        Query("journeyEnrollments", (caller, a) => Connection(caller.Call("journeyEnrollments.list", [a.Text("journeyId")!], [Pair("status", a.Text("status")), Pair("take", 100)]), node => node));

        Query("socialConnections", (caller, a) => caller.All("socialConnections.list", null, Members(a)));
        Query("socialPosts", (caller, a) => caller.Connection("socialPosts.list", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("filter").Object("pagination")));
        Query("eventPromotions", (caller, a) => caller.All("promotions.list", null, Members(a)));

        Query("engagementAnalytics", (caller, a) => caller.Call("analytics.engagement", null, Members(a)));
        Query("campaignAnalytics", (caller, a) => caller.Call("analytics.campaigns", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("dateRange"))]));
        Query("journeyAnalytics", (caller, a) => caller.Call("analytics.journeys", null, Members(a)));
        Query("socialAnalytics", (caller, a) => caller.Call("analytics.social", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("dateRange"))]));

        fields.Add(("Campaign", "segment"), (source, _, context) => Linked(source, "segmentId", "segments.get", context));
        fields.Add(("JourneyEnrollment", "customer"), (source, _, context) => Linked(source, "customerId", "customers.get", context));
        fields.Add(("SocialPost", "connection"), (source, _, context) => Linked(source, "connectionId", "socialConnections.get", context));
        fields.Add(("Journey", "steps"), (source, _, context) => StepsOf(source, context));
        fields.Add(("Journey", "stepsCount"), (source, _, context) => StepsOf(source, context).Count);
    }

    /// <summary>The steps of a journey, by number.</summary>
    public static List<JsonElement> Steps(GraphQLCaller caller, string journeyId)
        => [.. caller.Call("journeySteps.list", [journeyId]).GetProperty("data").EnumerateArray()];

    private static List<JsonElement> StepsOf(object? journey, object? context)
        => Steps((GraphQLCaller)context!, ((JsonElement)journey!).GetProperty("id").GetString()!);

    // The REST list gives members in short; GraphQL gives whole profiles.
    private static Dictionary<string, object?> SegmentMembers(GraphQLCaller caller, ArgumentValues arguments)
    {
        ArgumentValues pagination = arguments.Object("pagination");
        JsonElement page = caller.Call("segments.members", [arguments.Text("segmentId")!], [Pair("skip", pagination.Int("skip")), Pair("take", pagination.Int("take"))]);
        return Connection(page, member => caller.Call("customers.get", [member.GetProperty("id").GetString()!]));
    }

    private static JsonElement? Linked(object? source, string member, string operationId, object? context)
        => ((JsonElement)source!).GetProperty(member).GetString() is { } id ? ((GraphQLCaller)context!).Find(operationId, [id]) : null;

    // The scalar members of an argument object are the query values of the same names.
    private static List<KeyValuePair<string, string?>> Members(ArgumentValues values)
        => [.. values.Values.Where(member => member.Value is not IReadOnlyDictionary<string, object?>).Select(member => Pair(member.Key, member.Value))];
}

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
        Query("customers", (caller, a) => caller.Connection("customers.list", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("pagination"), "customers.get"));
        Query("resolveCustomer", (caller, a) => caller.Find("customers.resolve", null, Members(a)));
        Query("customerTimeline", (caller, a) => caller.Connection("activities.list", [a.Text("customerId")!], Members(a.Object("filters")), a.Object("filters").Object("pagination")));
        Query("customerNotes", (caller, a) => caller.All("notes.list", [a.Text("customerId")!], Pair("type", a.Text("type"))));

        Query("segment", (caller, a) => caller.Find("segments.get", [a.Text("id")!]));
        Query("segments", (caller, a) => caller.AllWhole("segments.list", "segments.get", Members(a)));
        Query("segmentMembers", (caller, a) => caller.Connection("segments.members", [a.Text("segmentId")!], [], a.Object("pagination"), "customers.get"));

        Query("campaign", (caller, a) => caller.Find("campaigns.get", [a.Text("id")!]));
        Query("campaigns", (caller, a) => caller.Connection("campaigns.list", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("filter").Object("pagination"), "campaigns.get"));
        Query("campaignStats", (caller, a) => caller.Call("campaigns.stats", [a.Text("id")!]));

        Query("journey", (caller, a) => caller.Find("journeys.get", [a.Text("id")!]));
        Query("journeys", (caller, a) => caller.AllWhole("journeys.list", "journeys.get", Members(a)));
        Query("journeySteps", (caller, a) => caller.Call("journeySteps.list", [a.Text("journeyId")!]).GetProperty("data"));
        Query("journeyEnrollments", (caller, a) => Connection(caller.Call("journeyEnrollments.list", [a.Text("journeyId")!], [Pair("status", a.Text("status")), Pair("take", 100)]), node => node));

        Query("socialConnections", (caller, a) => caller.All("socialConnections.list", null, Members(a)));
        Query("socialPosts", (caller, a) => caller.Connection("socialPosts.list", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("filter").Object("pagination")));
        Query("eventPromotions", (caller, a) => caller.AllWhole("promotions.list", "promotions.get", Members(a)));

        Query("engagementAnalytics", (caller, a) => caller.Call("analytics.engagement", null, Members(a)));
        Query("campaignAnalytics", (caller, a) => caller.Call("analytics.campaigns", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("dateRange"))]));
        Query("journeyAnalytics", (caller, a) => caller.Call("analytics.journeys", null, Members(a)));
        Query("socialAnalytics", (caller, a) => caller.Call("analytics.social", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("dateRange"))]));

        fields.Add(("Campaign", "segment"), (source, _, context) => Linked(source, "segmentId", "segments.get", context));
        fields.Add(("JourneyEnrollment", "customer"), (source, _, context) => Linked(source, "customerId", "customers.get", context));
        fields.Add(("SocialPost", "connection"), (source, _, context) => Linked(source, "connectionId", "socialConnections.get", context));
        fields.Add(("Journey", "steps"), (source, _, context) => StepsOf(source, context));
        fields.Add(("Journey", "stepsCount"), (source, _, context) => StepsOf(source, context).GetArrayLength());
    }

    private static JsonElement StepsOf(object? journey, object? context)
        => ((GraphQLCaller)context!).Follow("journeySteps.list", ((JsonElement)journey!).GetProperty("id").GetString())!.Value.GetProperty("data");

    private static JsonElement? Linked(object? source, string member, string operationId, object? context)
        => ((GraphQLCaller)context!).Follow(operationId, ((JsonElement)source!).GetProperty(member).GetString());

    // The scalar members of an argument object are the query values of the same names.
    private static List<KeyValuePair<string, string?>> Members(ArgumentValues values)
        => [.. values.Values.Where(member => member.Value is not IReadOnlyDictionary<string, object?>).Select(member => Pair(member.Key, member.Value))];
}

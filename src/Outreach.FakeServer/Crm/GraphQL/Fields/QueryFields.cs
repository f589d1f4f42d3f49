using System.Text.Json;
using Outreach.Sdk.Crm;
using static Outreach.FakeServer.Crm.GraphQL.GraphQLCaller;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The fields of Query, each by the REST call that it mirrors, and the fields that lead from one object to another.</summary>
internal static class QueryFields
{
    private static readonly RecordForm Customer = new(CrmJson.Default.Customer);
    private static readonly RecordForm Segment = new(CrmJson.Default.Segment);
    private static readonly RecordForm Campaign = new(CrmJson.Default.Campaign);
    private static readonly RecordForm Journey = new(CrmJson.Default.Journey);
    private static readonly RecordForm Step = new(CrmJson.Default.JourneyStep);
    private static readonly RecordForm SocialConnection = new(CrmJson.Default.SocialConnection);
    private static readonly RecordForm Promotion = new(CrmJson.Default.Promotion);

    private static readonly WholeList<CustomerRow> Customers = new("customers.list", CustomersEndpoints.Page, static (_, row) => new(Customer, row.Value));
    private static readonly WholeList<SegmentRow> Segments = new("segments.list", SegmentsEndpoints.Page, static (_, row) => new(Segment, row.Value));
    private static readonly WholeList<(CustomerRow Customer, DateTimeOffset JoinedAt)> SegmentMembers = new("segments.members", SegmentsEndpoints.MembersPage, static (_, row) => new(Customer, row.Customer.Value));
    private static readonly WholeList<CampaignRow> Campaigns = new("campaigns.list", CampaignsEndpoints.Page, static (call, row) => new(Campaign, call.Rules.Campaigns.Show(row)));
    private static readonly WholeList<JourneyRow> Journeys = new("journeys.list", JourneysEndpoints.Page, static (_, row) => new(Journey, row.Value));
    private static readonly WholeList<PromotionRow> Promotions = new("promotions.list", PromotionsEndpoints.Page, static (_, row) => new(Promotion, row.Value));

    public static void Register(Dictionary<(string Type, string Field), Resolver> fields)
    {
        void Query(string field, Func<GraphQLCaller, ArgumentValues, object?> resolve)
            => fields.Add(("Query", field), (_, arguments, context) => resolve((GraphQLCaller)context!, arguments));

        Query("customer", (caller, a) => caller.Find("customers.get", [a.Text("id")!]));
        Query("customers", (caller, a) => caller.Connection(Customers, null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("pagination")));
        Query("resolveCustomer", (caller, a) => caller.Find("customers.resolve", null, Members(a)));
        Query("customerTimeline", (caller, a) => caller.Connection("activities.list", [a.Text("customerId")!], Members(a.Object("filters")), a.Object("filters").Object("pagination")));
        Query("customerNotes", (caller, a) => caller.All("notes.list", [a.Text("customerId")!], Pair("type", a.Text("type"))));

        Query("segment", (caller, a) => caller.Find("segments.get", [a.Text("id")!]));
        Query("segments", (caller, a) => caller.All(Segments, Members(a)));
        Query("segmentMembers", (caller, a) => caller.Connection(SegmentMembers, [a.Text("segmentId")!], [], a.Object("pagination")));

        Query("campaign", (caller, a) => caller.Find("campaigns.get", [a.Text("id")!]));
        Query("campaigns", (caller, a) => caller.Connection(Campaigns, null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("filter").Object("pagination")));
        Query("campaignStats", (caller, a) => caller.Call("campaigns.stats", [a.Text("id")!]));

        Query("journey", (caller, a) => caller.Find("journeys.get", [a.Text("id")!]));
        Query("journeys", (caller, a) => caller.All(Journeys, Members(a)));
        Query("journeySteps", (caller, a) => caller.Call("journeySteps.list", [a.Text("journeyId")!]).GetProperty("data"));
        Query("journeyEnrollments", (caller, a) => Connection(caller.Call("journeyEnrollments.list", [a.Text("journeyId")!], [Pair("status", a.Text("status")), Pair("take", 100)])));

        Query("socialConnections", (caller, a) => caller.All("socialConnections.list", null, Members(a)));
        Query("socialPosts", (caller, a) => caller.Connection("socialPosts.list", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("filter"))], a.Object("filter").Object("pagination")));
        Query("eventPromotions", (caller, a) => caller.All(Promotions, Members(a)));

        Query("engagementAnalytics", (caller, a) => caller.Call("analytics.engagement", null, Members(a)));
        Query("campaignAnalytics", (caller, a) => caller.Call("analytics.campaigns", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("dateRange"))]));
        Query("journeyAnalytics", (caller, a) => caller.Call("analytics.journeys", null, Members(a)));
        Query("socialAnalytics", (caller, a) => caller.Call("analytics.social", null, [Pair("tenantId", a.Text("tenantId")), .. Members(a.Object("dateRange"))]));

        void Link(string type, string field, string member, Func<CrmRules, CrmCaller, string, object?> read)
            => fields.Add((type, field), (source, _, context) => Text(source, member) is { } id ? ((GraphQLCaller)context!).Follow((rules, caller) => read(rules, caller, id)) : null);

        Link("Campaign", "segment", "segmentId", static (rules, caller, id) => rules.Segments.Find(caller, id) is { } row ? new RecordSource(Segment, row.Value) : null);
        Link("JourneyEnrollment", "customer", "customerId", static (rules, caller, id) => rules.Customers.Find(caller, id) is { } row ? new RecordSource(Customer, row.Value) : null);
        Link("SocialPost", "connection", "connectionId", ConnectionOf);
        Link("Journey", "steps", "id", static (rules, _, id) => rules.Steps.Of(id).Select(static step => new RecordSource(Step, step)));
        Link("Journey", "stepsCount", "id", static (rules, _, id) => rules.State.StepsByJourney.Count(id));
    }

    /// <summary>The whole connection of an id; null when it is gone.</summary>
    public static RecordSource? ConnectionOf(CrmRules rules, CrmCaller caller, string id) => rules.Connections.Find(caller, id) is { } row ? new(SocialConnection, row.Value) : null;

    private static string? Text(object? source, string member) => source is RecordSource record ? (string?)record[member] : ((JsonElement)source!).GetProperty(member).GetString();

    // The scalar members of an argument object are the query values of the same names.
    private static List<KeyValuePair<string, string?>> Members(ArgumentValues values)
        => [.. values.Values.Where(member => member.Value is not IReadOnlyDictionary<string, object?>).Select(member => Pair(member.Key, member.Value))];
}

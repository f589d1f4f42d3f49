using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The fields of Mutation, each by the REST call that it mirrors.</summary>
internal static class MutationFields
{
    public static void Register(Dictionary<(string Type, string Field), Resolver> fields)
    {
        void Mutation(string field, Func<GraphQLCaller, ArgumentValues, object?> resolve)
            => fields.Add(("Mutation", field), (_, arguments, context) => resolve((GraphQLCaller)context!, arguments));

        // create…(input), update…(id, input), delete…(id), and the calls that only name their object.
        void Create(string field, string operationId) => Mutation(field, (caller, a) => caller.Call(operationId, body: New(a)));
        void Update(string field, string operationId) => Mutation(field, (caller, a) => caller.Call(operationId, [a.Text("id")!], body: a.Json("input")));
        void Delete(string field, string operationId) => Mutation(field, (caller, a) => caller.Delete(operationId, a.Text("id")!));
        void Act(string field, string operationId) => Mutation(field, (caller, a) => caller.Call(operationId, [a.Text("id")!]));

        Create("createCustomer", "customers.create");
        Update("updateCustomer", "customers.update");
        Mutation("mergeCustomers", (caller, a) => caller.Call("customers.merge", [a.Text("winnerId")!], body: Body(a, "loserId")));
        Delete("deleteCustomer", "customers.delete");
        Mutation("recordActivity", (caller, a) => caller.Call("activities.create", [a.Text("customerId")!], body: New(a)));
        Mutation("addNote", (caller, a) => caller.Call("notes.create", [a.Text("customerId")!], body: New(a)));
        Mutation("updateNote", (caller, a) => caller.Call("notes.update", Alone(a), body: a.Json("input")));
        Mutation("deleteNote", (caller, a) => caller.Delete("notes.delete", Alone(a)));

        Create("createSegment", "segments.create");
        Update("updateSegment", "segments.update");
        Delete("deleteSegment", "segments.delete");
        Mutation("addSegmentMembers", (caller, a) => caller.Call("segments.addMembers", [a.Text("segmentId")!], body: Body(a, "customerIds")));
        Mutation("removeSegmentMember", (caller, a) => caller.Delete("segments.removeMember", a.Text("segmentId")!, a.Text("customerId")!));
        Act("refreshSegment", "segments.refresh");
        Act("syncSegmentToMessaging", "segments.syncToMessaging");

        Create("createCampaign", "campaigns.create");
        Update("updateCampaign", "campaigns.update");
        Delete("deleteCampaign", "campaigns.delete");
        Mutation("scheduleCampaign", (caller, a) => caller.Call("campaigns.schedule", [a.Text("id")!], body: a["input"] is null ? null : New(a)));
        Act("pauseCampaign", "campaigns.pause");
        Act("resumeCampaign", "campaigns.resume");
        Act("cancelCampaign", "campaigns.cancel");
        Act("executeCampaign", "campaigns.execute");

        Create("createJourney", "journeys.create");
        Update("updateJourney", "journeys.update");
        Delete("deleteJourney", "journeys.delete");
        Act("activateJourney", "journeys.activate");
        Act("pauseJourney", "journeys.pause");
        Act("archiveJourney", "journeys.archive");
        Mutation("addJourneyStep", (caller, a) => caller.Call("journeySteps.create", [a.Text("journeyId")!], body: New(a)));
        Mutation("updateJourneyStep", (caller, a) => caller.Call("journeySteps.update", Alone(a), body: a.Json("input")));
        Mutation("deleteJourneyStep", (caller, a) => caller.Delete("journeySteps.delete", Alone(a)));
        Mutation("reorderJourneySteps", (caller, a) => caller.Call("journeySteps.reorder", [a.Text("journeyId")!], body: Body(a, "stepIds")).GetProperty("data"));
        Mutation("enrollCustomers", (caller, a) => caller.Call("journeyEnrollments.create", [a.Text("journeyId")!], body: New(a)));
        Mutation("exitEnrollment", (caller, a) => caller.Call("journeyEnrollments.exit", Alone(a), body: Body(a, "reason")));

        Create("connectSocialAccount", "socialConnections.connect");
        Mutation("completeSocialConnection", CompleteConnection);
        Delete("disconnectSocialAccount", "socialConnections.disconnect");
        Act("refreshSocialConnection", "socialConnections.refresh");
        Create("createSocialPost", "socialPosts.create");
        Update("updateSocialPost", "socialPosts.update");
        Delete("deleteSocialPost", "socialPosts.delete");
        Mutation("scheduleSocialPost", (caller, a) => caller.Call("socialPosts.schedule", [a.Text("id")!], body: Body(a, "scheduledAt")));
        Act("publishSocialPost", "socialPosts.publish");
        Act("cancelSocialPost", "socialPosts.cancel");
        Act("syncSocialPostEngagement", "socialPosts.syncEngagement");

        Create("createEventPromotion", "promotions.create");
        Update("updateEventPromotion", "promotions.update");
        Delete("deleteEventPromotion", "promotions.delete");
    }

    // The REST callback answers in short; GraphQL promises the whole connection.
    private static object? CompleteConnection(GraphQLCaller caller, ArgumentValues arguments)
    {
        string id = caller.Call("socialConnections.callback", body: New(arguments)).GetProperty("id").GetString()!;
        return caller.Follow((rules, known) => QueryFields.ConnectionOf(rules, known, id));
    }

    // GraphQL names a note, step or enrollment without the object that it belongs to.
    private static IReadOnlyList<string> Alone(ArgumentValues arguments) => ["", arguments.Text("id")!];

    // A new object: null for a member of it is like leaving it out, as for an argument. Only in a change it clears.
    private static JsonElement New(ArgumentValues arguments)
        => JsonForm.ToElement(arguments.Object("input").Values.Where(member => member.Value is not null).ToDictionary(member => member.Key, member => member.Value));

    // A body of one member, which is left out when the argument is absent or null.
    private static JsonElement Body(ArgumentValues arguments, string member)
        => JsonForm.ToElement(arguments.Values.Where(pair => pair.Key == member && pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value));
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>"Same rules, states and side effects as the matching REST call": each mutation in one world, its REST call in a fork of it.</summary>
public sealed class SameAsRestTests
{
    // The field, its REST call, and its arguments: @n is a part of the path, $name a member of the body, $ the body.
    public static TheoryData<string, string, string> Mutations => new()
    {
        { "createCustomer", "customers.create", "input: $" },
        { "updateCustomer", "customers.update", "id: @1, input: $" },
        { "mergeCustomers", "customers.merge", "winnerId: @1, loserId: $loserId" },
        { "deleteCustomer", "customers.delete", "id: @1" },
        { "recordActivity", "activities.create", "customerId: @1, input: $" },
        { "addNote", "notes.create", "customerId: @1, input: $" },
        { "updateNote", "notes.update", "id: @3, input: $" },
        { "deleteNote", "notes.delete", "id: @3" },
        { "createSegment", "segments.create", "input: $" },
        { "updateSegment", "segments.update", "id: @1, input: $" },
        { "deleteSegment", "segments.delete", "id: @1" },
        { "addSegmentMembers", "segments.addMembers", "segmentId: @1, customerIds: $customerIds" },
        { "removeSegmentMember", "segments.removeMember", "segmentId: @1, customerId: @3" },
        { "refreshSegment", "segments.refresh", "id: @1" },
        { "syncSegmentToMessaging", "segments.syncToMessaging", "id: @1" },
        { "createCampaign", "campaigns.create", "input: $" },
        { "updateCampaign", "campaigns.update", "id: @1, input: $" },
        { "deleteCampaign", "campaigns.delete", "id: @1" },
        { "scheduleCampaign", "campaigns.schedule", "id: @1, input: $" },
        { "pauseCampaign", "campaigns.pause", "id: @1" },
        { "resumeCampaign", "campaigns.resume", "id: @1" },
        { "cancelCampaign", "campaigns.cancel", "id: @1" },
        { "executeCampaign", "campaigns.execute", "id: @1" },
        { "createJourney", "journeys.create", "input: $" },
        { "updateJourney", "journeys.update", "id: @1, input: $" },
        { "deleteJourney", "journeys.delete", "id: @1" },
        { "activateJourney", "journeys.activate", "id: @1" },
        { "pauseJourney", "journeys.pause", "id: @1" },
        { "archiveJourney", "journeys.archive", "id: @1" },
        { "addJourneyStep", "journeySteps.create", "journeyId: @1, input: $" },
        { "updateJourneyStep", "journeySteps.update", "id: @3, input: $" },
        { "deleteJourneyStep", "journeySteps.delete", "id: @3" },
        { "reorderJourneySteps", "journeySteps.reorder", "journeyId: @1, stepIds: $stepIds" },
        { "enrollCustomers", "journeyEnrollments.create", "journeyId: @1, input: $" },
        { "exitEnrollment", "journeyEnrollments.exit", "id: @3" },
        { "connectSocialAccount", "socialConnections.connect", "input: $" },
        { "completeSocialConnection", "socialConnections.callback", "input: $" },
        { "disconnectSocialAccount", "socialConnections.disconnect", "id: @2" },
        { "refreshSocialConnection", "socialConnections.refresh", "id: @2" },
        { "createSocialPost", "socialPosts.create", "input: $" },
        { "updateSocialPost", "socialPosts.update", "id: @2, input: $" },
        { "deleteSocialPost", "socialPosts.delete", "id: @2" },
        { "scheduleSocialPost", "socialPosts.schedule", "id: @2, scheduledAt: $scheduledAt" },
        { "publishSocialPost", "socialPosts.publish", "id: @2" },
        { "cancelSocialPost", "socialPosts.cancel", "id: @2" },
        { "syncSocialPostEngagement", "socialPosts.syncEngagement", "id: @2" },
        { "createEventPromotion", "promotions.create", "input: $" },
        { "updateEventPromotion", "promotions.update", "id: @1, input: $" },
        { "deleteEventPromotion", "promotions.delete", "id: @1" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_mutation_leaves_the_world_as_its_REST_call_does_and_asks_for_its_scope(string field, string operation, string arguments)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmWorld world = await CrmWorld.Of(api);
        await using CrmApi rest = CrmApi.Of(api.Fake.Fork());
        string before = api.State();
        string query = await Document(api, field, arguments, world.Calls[operation].Path.Split('?')[0].Split('/'), world.Calls[operation].Body);

        string scope = Outreach.Sdk.Crm.CrmClient.Operations.Single(one => one.Id == operation).Scope!;
        api.Token = api.Control.IssueToken(api.Control.AllScopes.Except([scope]));
        Errors(await api.Post("graphql", query)).Should().Equal("FORBIDDEN");
        api.State().Should().Be(before, "a refused field changes nothing");

        api.Token = rest.Token;
        Errors(await api.Post("graphql", query)).Should().BeEmpty();
        (await world.Call(rest, operation)).Status.Should().BeInRange(200, 204);
        api.State().Should().Be(rest.State());
        await api.Advance(TimeSpan.FromDays(2));
        await rest.Advance(TimeSpan.FromDays(2));
        api.State().Should().Be(rest.State());

        string[] again = Errors(await api.Post("graphql", query));
        CrmAnswer refused = await world.Call(rest, operation);
        again.Should().Equal(refused.Status < 400 ? [] : [refused.Code!]);
        api.State().Should().Be(rest.State());
    }

    [Fact]
    public async Task Every_mutation_of_the_schema_is_compared()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer schema = await api.Post("graphql", """{"query":"{ __type(name: \"Mutation\") { fields { name } } }"}""");
        schema.Data.GetProperty("__type").GetProperty("fields").EnumerateArray().Select(one => one.GetProperty("name").GetString()).Should().BeEquivalentTo(Mutations.Select(row => row.Data.Item1));
    }

    private static async Task<string> Document(CrmApi api, string field, string arguments, string[] path, string? body)
    {
        CrmAnswer schema = await api.Post("graphql", """{"query":"{ __type(name: \"Mutation\") { fields { name type { ofType { kind } } args { name type { kind name ofType { kind name ofType { kind ofType { name } } } } } } } }"}""");
        JsonElement definition = schema.Data.GetProperty("__type").GetProperty("fields").EnumerateArray().Single(one => one.GetProperty("name").GetString() == field);
        JsonObject variables = [];
        List<string> given = [];
        foreach (string argument in arguments.Split(", "))
        {
            (string name, string source) = argument.Split(": ") is [var first, var second] ? (first, second) : default;
            variables[name] = source[0] == '@' ? path[int.Parse(source[1..], null)] : source == "$" ? JsonNode.Parse(body!) : JsonNode.Parse(body!)![source[1..]]!.DeepClone();
            given.Add(name);
        }

        string types = string.Join(", ", given.Select(name => $"${name}: {TypeOf(definition.GetProperty("args").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name).GetProperty("type"))}"));
        string selection = definition.GetProperty("type").GetProperty("ofType").GetProperty("kind").GetString() == "SCALAR" ? "" : "{ __typename }";
        string query = $"mutation({types}) {{ {field}({string.Join(", ", given.Select(name => $"{name}: ${name}"))}) {selection} }}";
        return new JsonObject { ["query"] = query, ["variables"] = variables }.ToJsonString();
    }

    private static string TypeOf(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => TypeOf(type.GetProperty("ofType")) + "!",
        "LIST" => "[ID!]",
        _ => type.GetProperty("name").GetString()!,
    };

    private static string[] Errors(CrmAnswer answer) => answer.ShouldBe(200).Body.TryGetProperty("errors", out JsonElement errors) ? [.. errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString()!)] : [];
}

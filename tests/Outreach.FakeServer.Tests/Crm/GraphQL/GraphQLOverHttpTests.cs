using System.Text.Json;
using Outreach.FakeServer.Crm.GraphQL;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

public sealed class GraphQLOverHttpTests
{
    [Fact]
    public async Task Profiles_are_created_changed_found_and_merged_by_the_rules_of_REST()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string tenant = fake.World.Modules.Single(module => module.Name == "crm").DefaultTenant!;

        JsonElement created = await DataAsync(client, """
            mutation($t: String!) {
              a: createCustomer(input: { tenantId: $t, email: "Thandi@Example.com", firstName: "Thandi" }) { id email status lifecycleStage tags }
              b: createCustomer(input: { tenantId: $t, email: "thandi@example.com", phoneNumber: "+27821234567" }) { id }
            }
            """, new { t = tenant });
        string a = created.GetProperty("a").GetProperty("id").GetString()!;
        string b = created.GetProperty("b").GetProperty("id").GetString()!;
        created.GetProperty("a").GetProperty("email").GetString().Should().Be("thandi@example.com");

        JsonElement merged = await DataAsync(client, """
            mutation($a: ID!, $b: ID!) {
              addNote(customerId: $b, input: { content: "called" }) { id type createdBy }
              mergeCustomers(winnerId: $a, loserId: $b) { winnerId loserId customer { phoneNumber } }
            }
            """, new { a, b });
        merged.GetProperty("mergeCustomers").GetProperty("customer").GetProperty("phoneNumber").GetString().Should().Be("+27821234567");

        JsonElement read = await DataAsync(client, """
            query($t: String!, $a: ID!) {
              customer(id: $a) { ...Brief }
              gone: customer(id: "no-such-id") { id }
              customers(tenantId: $t, filter: { search: "thandi" }) { nodes { ...Brief } meta { total hasMore } }
              customerNotes(customerId: $a) { content }
              customerTimeline(customerId: $a, filters: { type: "PROFILE_MERGED" }) { nodes { type category } }
              resolveCustomer(tenantId: $t, email: "thandi@example.com") { isNew confidence profile { id } }
            }
            fragment Brief on Customer { id firstName }
            """, new { t = tenant, a });
        read.GetProperty("gone").ValueKind.Should().Be(JsonValueKind.Null);
        read.GetProperty("customers").GetProperty("meta").GetProperty("total").GetInt32().Should().Be(1);
        read.GetProperty("customerNotes")[0].GetProperty("content").GetString().Should().Be("called");
        read.GetProperty("customerTimeline").GetProperty("nodes").GetArrayLength().Should().Be(1);
        read.GetProperty("resolveCustomer").GetProperty("profile").GetProperty("id").GetString().Should().Be(a);
        (await client.Crm.Customers.GetAsync(a)).FirstName.Should().Be("Thandi");
    }

    [Fact]
    public async Task Segments_campaigns_and_journeys_run_the_same_way()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string t = fake.World.Modules.Single(module => module.Name == "crm").DefaultTenant!;
        JsonElement made = await DataAsync(client, """
            mutation($t: String!) {
              customer: createCustomer(input: { tenantId: $t, email: "lebo@example.com" }) { id }
              segment: createSegment(input: { tenantId: $t, name: "All", criteria: { combinator: "AND", rules: [{ field: "email", operator: "isNotNull", value: null }] } }) { id memberCount type }
              campaign: createCampaign(input: { tenantId: $t, name: "News", channels: [EMAIL], emailTemplateId: "tpl" }) { id status }
              journey: createJourney(input: { tenantId: $t, name: "Welcome", triggerType: "MANUAL" }) { id status timezone }
            }
            """, new { t });
        made.GetProperty("segment").GetProperty("memberCount").GetInt32().Should().Be(1);
        string segment = made.GetProperty("segment").GetProperty("id").GetString()!;
        string campaign = made.GetProperty("campaign").GetProperty("id").GetString()!;
        string journey = made.GetProperty("journey").GetProperty("id").GetString()!;
        string customer = made.GetProperty("customer").GetProperty("id").GetString()!;

        JsonElement ran = await DataAsync(client, """
            mutation($segment: ID!, $campaign: ID!, $journey: ID!, $customer: ID!) {
              updateCampaign(id: $campaign, input: { segmentId: $segment }) { segment { name } targetCount }
              executeCampaign(id: $campaign) { status }
              wait: addJourneyStep(journeyId: $journey, input: { type: WAIT, config: { duration: 1, unit: "DAYS" } }) { id stepNumber }
              end: addJourneyStep(journeyId: $journey, input: { type: END, config: {} }) { id stepNumber }
              activateJourney(id: $journey) { status stepsCount steps { type } }
              enrollCustomers(journeyId: $journey, input: { customerIds: [$customer] }) { enrolledCount enrollments { id customer { email } } }
            }
            """, new { segment, campaign, journey, customer });
        ran.GetProperty("updateCampaign").GetProperty("segment").GetProperty("name").GetString().Should().Be("All");
        ran.GetProperty("activateJourney").GetProperty("steps").GetArrayLength().Should().Be(2);
        ran.GetProperty("enrollCustomers").GetProperty("enrollments")[0].GetProperty("customer").GetProperty("email").GetString().Should().Be("lebo@example.com");

        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        JsonElement after = await DataAsync(client, """
            query($t: String!, $segment: ID!, $journey: ID!, $campaign: ID!) {
              segmentMembers(segmentId: $segment) { nodes { email tags } meta { total } }
              journeyEnrollments(journeyId: $journey, status: COMPLETED) { nodes { status } }
              campaignStats(id: $campaign) { status byChannel { channel } }
              journeyAnalytics(tenantId: $t) { totalCompleted }
              segments(tenantId: $t) { name }
              socialConnections(tenantId: $t, platform: TWITTER) { id }
              eventPromotions(tenantId: $t) { id }
            }
            """, new { t, segment, journey, campaign });
        after.GetProperty("segmentMembers").GetProperty("nodes")[0].GetProperty("email").GetString().Should().Be("lebo@example.com");
        after.GetProperty("journeyEnrollments").GetProperty("nodes").GetArrayLength().Should().Be(1);
        after.GetProperty("journeyAnalytics").GetProperty("totalCompleted").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Social_accounts_and_posts_run_the_same_way()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string t = fake.World.Modules.Single(module => module.Name == "crm").DefaultTenant!;
        string state = (await DataAsync(client, """mutation($t: String!) { connectSocialAccount(input: { tenantId: $t, platform: FACEBOOK, redirectUri: "https://app.example/back" }) { state authUrl } }""", new { t }))
            .GetProperty("connectSocialAccount").GetProperty("state").GetString()!;
        string connection = (await DataAsync(client, """mutation($state: String!) { completeSocialConnection(input: { platform: FACEBOOK, code: "c1", state: $state }) { id permissions tenantId } }""", new { state }))
            .GetProperty("completeSocialConnection").GetProperty("id").GetString()!;

        JsonElement post = await DataAsync(client, """mutation($t: String!, $c: ID!) { createSocialPost(input: { tenantId: $t, connectionId: $c, content: "Hello" }) { id status connection { platform } } }""", new { t, c = connection });
        string id = post.GetProperty("createSocialPost").GetProperty("id").GetString()!;
        JsonElement published = await DataAsync(client, """mutation($id: ID!) { publishSocialPost(id: $id) { status publishedAt } }""", new { id });

        published.GetProperty("publishSocialPost").GetProperty("status").GetString().Should().Be("PUBLISHED");
        (await DataAsync(client, """query($t: String!) { socialPosts(tenantId: $t, filter: { status: PUBLISHED }) { nodes { id } } }""", new { t })).GetProperty("socialPosts").GetProperty("nodes").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_path_with_the_code_of_REST_and_a_request_id()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();

        GraphQLResponse response = await client.Crm.GraphQL.ExecuteAsync(new GraphQLRequest { Query = """mutation { note: deleteNote(id: "nothing") updateCustomer(id: "nothing", input: {}) { id } }""" });

        Sdk.Crm.GraphQLError error = response.Errors!.First();
        error.Extensions!.Code.Should().Be(CrmErrorCodes.ResourceNotFound);
        error.Extensions.RequestId.Should().StartWith("req_");
        error.Path![0].ToString().Should().Be("note");
        error.Message.Should().Be("Note not found");
    }

    [Fact]
    public async Task A_scope_that_is_missing_forbids_its_field_only()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        string t = fake.World.Modules.Single(module => module.Name == "crm").DefaultTenant!;
        string token = fake.Crm.IssueToken(["crm:read"]);
        using OutreachClient client = fake.CreateClient(options => options.Crm.ApiKey = token);

        GraphQLResponse response = await client.Crm.GraphQL.ExecuteAsync(new GraphQLRequest { Query = $$"""mutation { createCustomer(input: { tenantId: "{{t}}", email: "a@example.com" }) { id } }""" });

        response.Errors!.Should().ContainSingle().Which.Extensions!.Code.Should().Be("FORBIDDEN");
        (await client.Crm.GraphQL.ExecuteAsync(new GraphQLRequest { Query = $$"""{ customers(tenantId: "{{t}}") { meta { total } } }""" })).Errors.Should().BeNullOrEmpty();
    }

    [Theory]
    [InlineData("""[{"query":"{ __typename }"}]""")]
    [InlineData("""{}""")]
    [InlineData("""{"query":5}""")]
    [InlineData("""{"query":""}""")]
    [InlineData("""{"query":"{ __typename }","variables":[1]}""")]
    [InlineData("not json")]
    public async Task A_request_that_is_no_GraphQL_request_is_400(string body)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("crm");

        using HttpResponseMessage response = await http.PostAsync("graphql", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(400);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("VALIDATION_ERROR");
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_that_of_REST()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClientWithKey("crm", null);

        using HttpResponseMessage response = await http.PostAsync("graphql", new StringContent("""{"query":"{ __typename }"}"""), TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(401);
    }

    [Fact]
    public void Every_root_field_of_the_schema_has_its_REST_call()
    {
        Dictionary<(string Type, string Field), Resolver> fields = [];
        QueryFields.Register(fields);
        MutationFields.Register(fields);

        using StreamReader reader = new(ContractDocument.OpenText("crm.graphql"));
        string[] lines = reader.ReadToEnd().Split('\n');
        string type = "";
        List<(string, string)> expected = [];
        foreach (string line in lines)
        {
            if (line.StartsWith("type ", StringComparison.Ordinal)) type = line.Split(' ')[1];
            else if (line == "}") type = "";
            else if (type is "Query" or "Mutation" && line.StartsWith("  ", StringComparison.Ordinal) && char.IsLower(line.TrimStart()[0]))
                expected.Add((type, line.TrimStart().Split('(', ':')[0]));
        }

        expected.Should().HaveCountGreaterThan(60);
        fields.Keys.Where(key => key.Type is "Query" or "Mutation").Should().BeEquivalentTo(expected);
    }

    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    [InlineData(300, true)]
    [InlineData(5_000, true)]
    public async Task Free_JSON_of_a_variable_is_held_to_the_depth_of_REST(int levels, bool refused)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        string query = "mutation($c: ID!, $i: CreateActivityInput!) { recordActivity(customerId: $c, input: $i) { id } }";
        CrmAnswer answer = (await api.Post("graphql", $"{{\"query\":\"{query}\",\"variables\":{{\"c\":\"{await api.Customer()}\",\"i\":{{\"type\":\"CALLED\",\"category\":\"OTHER\",\"title\":\"x\",\"metadata\":{deep}}}}}}}")).ShouldBe(200);
        answer.Body.TryGetProperty("errors", out JsonElement errors).Should().Be(refused);
        if (!refused) return;
        errors[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be("VALIDATION_ERROR");
        errors[0].GetProperty("message").GetString().Should().Be("metadata must not be nested deeper than 32 levels");
    }

    private static async Task<JsonElement> DataAsync(OutreachClient client, string query, object variables)
    {
        using JsonDocument values = JsonDocument.Parse(JsonSerializer.Serialize(variables));
        GraphQLResponse response = await client.Crm.GraphQL.ExecuteAsync(new GraphQLRequest { Query = query, Variables = values.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone()) });
        response.Errors.Should().BeNullOrEmpty(string.Join("; ", response.Errors?.Select(error => $"{error.Path?[0]}: {error.Extensions?.Code} {error.Message}") ?? []));
        return JsonSerializer.SerializeToElement(response.Data);
    }
}

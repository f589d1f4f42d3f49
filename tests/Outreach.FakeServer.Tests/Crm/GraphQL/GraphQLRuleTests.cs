using System.Text.Json;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>What section 2 and the schema say of GraphQL over HTTP, and no other test holds.</summary>
public sealed class GraphQLRuleTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Theory]
    [InlineData("{ __typename }", "1000")]
    [InlineData("query { __typename }", "1000")]
    [InlineData("query mutation { __typename }", "1000")]
    [InlineData("query Q { ...mutation } fragment mutation on Query { __typename }", "1000")]
    [InlineData("query Q @include(if: true) { __typename }", "1000")]
    [InlineData("{ customer(id: \"mutation { x }\") { id } }", "1000")]
    [InlineData("{ customer(id: \"\"\" } \"mutation\" mutation { \"\"\") { id } }", "1000")]
    [InlineData("{ a: customer(id: \"\"\"}\"\"\") { id } } # mutation", "1000")]
    [InlineData("# comment\nmutation { deleteNote(id: \"x\") }", "100")]
    [InlineData("\uFEFFmutation M($id: ID! = \"}\") { deleteNote(id: $id) }", "100")]
    [InlineData("query A { customer(id: \"\"\"{\"\"\") { id } } mutation B { deleteNote(id: \"x\") }", "100")]
    [InlineData("query A { __typename } ,,, mutation B { deleteNote(id: \"x\") }", "100")]
    [InlineData("mutation", "100")]
    [InlineData("mutations { __typename }", "1000")]
    public async Task A_document_with_queries_only_counts_as_read_and_any_mutation_as_write(string query, string limit)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        (await api.Post("graphql", JsonSerializer.Serialize(new { operationName = "A", query }))).ShouldBe(200).Header("X-RateLimit-Limit").Should().Be(limit);
    }

    [Fact]
    public async Task A_full_bucket_answers_a_document_as_REST_does()
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        for (int i = 0; i < 100; i++) (await api.Post("graphql", """{"query":"mutation { deleteNote(id: \"x\") }"}""")).ShouldBe(200);
        (await api.Post("graphql", """{"query":"mutation { deleteNote(id: \"x\") }"}""")).ShouldFail(429, "RATE_LIMIT_EXCEEDED");
        (await api.Post("graphql", """{"query":"{ __typename }"}""")).ShouldBe(200);
        (await api.Delete("customers/x")).ShouldFail(429, "RATE_LIMIT_EXCEEDED");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_POST_runs_a_document(string method)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Send(method, "graphql?query={__typename}")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Route not found");
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("segment")]
    [InlineData("campaign")]
    [InlineData("journey")]
    public async Task One_object_that_is_missing_or_foreign_is_null_without_an_error(string field)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = field switch { "customer" => await api.Customer(), "segment" => await api.Static("S"), "campaign" => await api.Campaign(null), _ => await api.Journey("MANUAL", "") };
        (await Run(api, $$"""{ {{field}}(id: "{{id}}") { id } }""")).Data.GetProperty(field).GetProperty("id").GetString().Should().Be(id);
        (await Run(api, $$"""{ {{field}}(id: "{{Nobody}}") { id } }""")).Body.GetRawText().Should().Be($$$"""{"data":{"{{{field}}}":null}}""");
        api.Token = api.Control.IssueToken(tenants: ["other"]);
        (await Run(api, $$"""{ {{field}}(id: "{{id}}") { id } }""")).Body.GetRawText().Should().Be($$$"""{"data":{"{{{field}}}":null}}""");
    }

    [Theory]
    [InlineData("campaignStats(id: \"$\") { sentCount }")]
    [InlineData("customerTimeline(customerId: \"$\") { meta { total } }")]
    [InlineData("customerNotes(customerId: \"$\") { id }")]
    [InlineData("segmentMembers(segmentId: \"$\") { meta { total } }")]
    [InlineData("journeySteps(journeyId: \"$\") { id }")]
    [InlineData("journeyEnrollments(journeyId: \"$\") { meta { total } }")]
    public async Task What_belongs_to_a_missing_object_is_an_error(string field)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer answer = await Run(api, $"{{ {field.Replace("$", Nobody, StringComparison.Ordinal)} }}");
        answer.Body.GetProperty("data").ValueKind.Should().Be(JsonValueKind.Null);
        CodeOf(answer).Should().Be("RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task A_look_up_that_may_not_create_is_null_and_all_errors_of_a_call_carry_its_id()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        api.Token = api.Control.IssueToken(["crm:read"]);
        (await Run(api, """{ resolveCustomer(tenantId: "tenant_123", email: "a@acme.example") { isNew } }""")).Body.GetRawText().Should().Be("""{"data":{"resolveCustomer":null}}""");
        CrmAnswer twice = await Run(api, """{ a: resolveCustomer(tenantId: "tenant_123") { isNew } b: resolveCustomer(tenantId: "x", email: "a@acme.example") { isNew } }""");
        JsonElement errors = twice.Body.GetProperty("errors");
        errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString()).Should().Equal("VALIDATION_ERROR", "FORBIDDEN");
        errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("requestId").GetString()).Distinct().Should().ContainSingle().Which.Should().MatchRegex("^req_[a-z0-9]{6,}$");
    }

    [Theory]
    [InlineData("customers(tenantId: \"tenant_123\", pagination: { take: 101 }) { meta { take } }", "take must not be greater than 100")]
    [InlineData("customers(tenantId: \"tenant_123\", pagination: { skip: -1 }) { meta { take } }", "skip must not be less than 0")]
    [InlineData("campaigns(tenantId: \"tenant_123\", filter: { pagination: { take: 0 } }) { meta { take } }", "take must not be less than 1")]
    [InlineData("customers(tenantId: \"tenant_123\", filter: { engagementMin: 100.5 }) { meta { take } }", "engagementMin must not be greater than 100")]
    [InlineData("customers(tenantId: \"tenant_123\", filter: { search: \"\" }) { meta { take } }", "search must not be empty")]
    [InlineData("campaignAnalytics(tenantId: \"tenant_123\", dateRange: { startDate: \"2026-03-02T00:00:00Z\", endDate: \"2026-03-02T00:00:00Z\" }) { totalCampaigns }", "startDate must be before endDate")]
    public async Task Arguments_are_held_to_the_bounds_of_REST(string field, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer answer = await Run(api, $"{{ {field} }}");
        CodeOf(answer).Should().Be("VALIDATION_ERROR");
        answer.Body.GetProperty("errors")[0].GetProperty("message").GetString().Should().Be(message);
    }

    [Fact]
    public async Task Paging_of_a_connection_is_that_of_the_list()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        for (int i = 0; i < 30; i++) api.Reachable(i);
        JsonElement first = (await Run(api, "{ customers(tenantId: \"tenant_123\") { nodes { id } meta { total skip take hasMore } } }")).Data.GetProperty("customers");
        first.GetProperty("meta").GetRawText().Should().Be("""{"total":30,"skip":0,"take":25,"hasMore":true}""");
        first.GetProperty("nodes").GetArrayLength().Should().Be(25);
        CrmAnswer rest = await Run(api, "query($p: PaginationInput) { customers(tenantId: \"tenant_123\", pagination: $p) { nodes { id } meta { total skip take hasMore } } }", """{"p":{"skip":25,"take":null}}""");
        rest.Data.GetProperty("customers").GetProperty("meta").GetRawText().Should().Be("""{"total":30,"skip":25,"take":25,"hasMore":false}""");
        rest.Data.GetProperty("customers").GetProperty("nodes").GetArrayLength().Should().Be(5);
        (await Run(api, "{ customers(tenantId: \"tenant_123\", filter: null, pagination: null) { meta { take } } }")).Data.GetProperty("customers").GetProperty("meta").GetProperty("take").GetInt32().Should().Be(25);
    }

    [Fact]
    public async Task Null_for_an_optional_member_of_a_new_object_is_like_leaving_it_out()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer made = await Run(api, "mutation($c: CreateCustomerInput!, $s: CreateSegmentInput!, $k: CreateCampaignInput!) { createCustomer(input: $c) { lifecycleStage phoneNumber tags } createSegment(input: $s) { refreshFrequency isActive } createCampaign(input: $k) { type timezone } }", """
            {"c":{"tenantId":"tenant_123","email":"a@acme.example","phoneNumber":null,"authUserId":null,"firstName":null,"lifecycleStage":null,"tags":null,"externalIds":null},
             "s":{"tenantId":"tenant_123","name":"S","type":"STATIC","criteria":null,"refreshFrequency":null,"isActive":null,"description":null},
             "k":{"tenantId":"tenant_123","name":"K","channels":["EMAIL"],"type":null,"segmentId":null,"timezone":null,"recurEndAt":null}}
            """);
        made.Body.TryGetProperty("errors", out JsonElement errors).Should().BeFalse("{0}", errors);
        made.Data.GetRawText().Should().Be("""{"createCustomer":{"lifecycleStage":"SUBSCRIBER","phoneNumber":null,"tags":[]},"createSegment":{"refreshFrequency":"DAILY","isActive":true},"createCampaign":{"type":"ONE_TIME","timezone":"UTC"}}""");
    }

    [Fact]
    public async Task Null_in_a_change_clears_what_REST_clears_and_is_refused_where_REST_refuses_it()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer("dana@acme.example", ",\"firstName\":\"Dana\",\"lastName\":\"Reyes\"");
        CrmAnswer changed = await Run(api, $$"""mutation { updateCustomer(id: "{{id}}", input: { firstName: null }) { firstName lastName } }""");
        changed.Data.GetRawText().Should().Be("""{"updateCustomer":{"firstName":null,"lastName":"Reyes"}}""");
        CrmAnswer refused = await Run(api, $$"""mutation { updateCustomer(id: "{{id}}", input: { lastName: "x", status: null }) { id } }""");
        CodeOf(refused).Should().Be("VALIDATION_ERROR");
        (await api.Get($"customers/{id}")).Text("lastName").Should().Be("Reyes");
    }

    [Fact]
    public async Task Links_lead_to_the_object_as_it_is_or_to_null_when_it_is_gone()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string customer = await api.Customer();
        string segment = await api.Static("S", customer);
        string campaign = await api.Campaign(segment);
        string connection = await api.Connection();
        string post = await api.Post(connection, "x", "");
        string journey = await api.Running("MANUAL", "", """{"type":"SPLIT","config":{"variants":[{"name":"A","percentage":100},{"name":"B","percentage":0}]},"name":"Split"}""", """{"type":"WAIT","config":{"duration":1,"unit":"DAYS"}}""");
        await api.Enroll(journey, customer);
        string query = $$"""
            { campaign(id: "{{campaign}}") { segment { id name memberCount criteria createdAt } }
              socialPosts(tenantId: "tenant_123") { nodes { id connection { id platform permissions isActive tokenExpiry } } }
              journeyEnrollments(journeyId: "{{journey}}") { nodes { customer { id status tags externalIds } } }
              journey(id: "{{journey}}") { stepsCount steps { id journeyId stepNumber type name config nextStepId } } }
            """;
        JsonElement data = (await Run(api, query)).Data;
        Same(data.GetProperty("campaign").GetProperty("segment"), (await api.Get($"segments/{segment}")).Body);
        Same(data.GetProperty("socialPosts").GetProperty("nodes")[0].GetProperty("connection"), (await api.Get($"social/connections/{connection}")).Body);
        JsonElement steps = (await api.Get($"journeys/{journey}/steps")).Data;
        data.GetProperty("journey").GetProperty("stepsCount").GetInt32().Should().Be(2);
        for (int i = 0; i < 2; i++) Same(data.GetProperty("journey").GetProperty("steps")[i], steps[i]);

        await api.Delete($"customers/{customer}");
        await api.Delete($"social/connections/{connection}");
        await api.Delete($"segments/{segment}");
        data = (await Run(api, query)).Data;
        data.GetProperty("campaign").GetProperty("segment").ValueKind.Should().Be(JsonValueKind.Null);
        data.GetProperty("socialPosts").GetProperty("nodes")[0].GetProperty("id").GetString().Should().Be(post);
        data.GetProperty("socialPosts").GetProperty("nodes")[0].GetProperty("connection").ValueKind.Should().Be(JsonValueKind.Null);
        data.GetProperty("journeyEnrollments").GetProperty("nodes").EnumerateArray().Single().GetProperty("customer").GetProperty("status").GetString().Should().Be("DELETED");

        static void Same(JsonElement shown, JsonElement rest)
        {
            foreach (JsonProperty member in shown.EnumerateObject()) member.Value.GetRawText().Should().Be(rest.GetProperty(member.Name).GetRawText(), member.Name);
        }
    }

    [Fact]
    public async Task A_failed_mutation_changes_nothing_and_the_ones_before_it_stand()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string id = await api.Customer();
        CrmAnswer answer = await Run(api, $$"""mutation { a: updateCustomer(id: "{{id}}", input: { firstName: "A" }) { id } b: updateCustomer(id: "{{id}}", input: { firstName: "B", email: "no" }) { id } c: updateCustomer(id: "{{id}}", input: { firstName: "C" }) { id } }""");
        answer.Body.GetProperty("data").ValueKind.Should().Be(JsonValueKind.Null);
        answer.Body.GetProperty("errors").EnumerateArray().Should().ContainSingle().Which.GetProperty("path").GetRawText().Should().Be("[\"b\"]");
        (await api.Get($"customers/{id}")).Text("firstName").Should().Be("A");
    }

    [Fact]
    public async Task Enums_variables_fragments_and_directives_work_over_HTTP()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        await api.Customer();
        CrmAnswer answer = await Run(api, """
            query Find($t: String!, $status: CustomerStatus = ACTIVE, $brief: Boolean!, $unused: Int = 3) {
              customers(tenantId: $t, filter: { status: $status }) {
                nodes { ... on Customer { email @skip(if: $brief) ...Name } }
                __typename
              }
              again: customers(tenantId: $t, filter: { status: INACTIVE }) @include(if: $brief) { meta { total @include(if: false) take } }
            }
            fragment Name on Customer { stage: lifecycleStage }
            """.Replace(", $unused: Int = 3", "", StringComparison.Ordinal), """{"t":"tenant_123","brief":true,"whatever":1}""");
        answer.Data.GetRawText().Should().Be("""{"customers":{"nodes":[{"stage":"SUBSCRIBER"}],"__typename":"CustomerConnection"},"again":{"meta":{"take":25}}}""");
        CodeOf(await Run(api, "query($s: CustomerStatus!) { customers(tenantId: \"tenant_123\", filter: { status: $s }) { meta { total } } }", """{"s":"GONE"}""")).Should().Be("GRAPHQL_VALIDATION_FAILED");
        CodeOf(await Run(api, "{ customers(tenantId: \"tenant_123\", filter: { status: \"ACTIVE\" }) { meta { total } } }")).Should().Be("GRAPHQL_VALIDATION_FAILED");
        CodeOf(await Run(api, "query($t: String!) { customers(tenantId: $t) { meta { total } } }")).Should().Be("GRAPHQL_VALIDATION_FAILED");
        CodeOf(await Run(api, "{ customers(tenantId: \"tenant_123\") }")).Should().Be("GRAPHQL_VALIDATION_FAILED");
    }

    [Theory]
    [InlineData("aliases", 1000, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("fields", 5000, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("levels", 32, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("characters", 262144, "GRAPHQL_PARSE_FAILED")]
    [InlineData("tokens", 20000, "GRAPHQL_PARSE_FAILED")]
    public async Task A_limit_lets_through_what_reaches_it_and_no_more(string what, int most, string code)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        CrmAnswer within = await Run(api, Document(most));
        if (what == "tokens") CodeOf(within).Should().Be("VALIDATION_ERROR", "the document is read and its mutation refused");
        else within.Body.TryGetProperty("errors", out JsonElement errors).Should().BeFalse("{0}", errors);
        CodeOf(await Run(api, Document(most + 1))).Should().Be(code);

        string Document(int size) => what switch
        {
            "aliases" => "{" + string.Concat(Enumerable.Range(0, size).Select(i => $" a{i}: __typename")) + " }",
            "fields" => "{" + string.Concat(Enumerable.Repeat(" __typename", size)) + " }",
            "levels" => "{ __type(name: \"Query\") {" + string.Concat(Enumerable.Repeat(" ofType {", size - 2)) + " name" + new string('}', size),
            "characters" => "{ __typename } #" + new string('x', size - 16),
            _ => "mutation { createSegment(input: { tenantId: \"x\" name: \"n\" criteria: [" + string.Concat(Enumerable.Repeat(" 1", size - 23)) + "] }) { id } }",
        };
    }

    private static string? CodeOf(CrmAnswer answer) => answer.Body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<CrmAnswer> Run(CrmApi api, string query, string variables = "null")
        => (await api.Post("graphql", $"{{\"query\":{JsonSerializer.Serialize(query)},\"variables\":{variables}}}")).ShouldBe(200);
}

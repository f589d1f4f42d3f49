using System.Text.Json;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Crm;

public sealed class CrmClientTests
{
    [Theory]
    [InlineData("""{"data":[{"id":"a"},{"id":"b"}]}""", """{"data":[{"id":"c"}]}""", """{"data":[]}""")]
    [InlineData("""{"data":[{"id":"a"},{"id":"b"}],"meta":{"total":3,"skip":0,"take":2}}""", """{"data":[{"id":"c"}],"meta":{"total":3,"skip":2,"take":2}}""")]
    [InlineData("""{"data":[{"id":"a"},{"id":"b"}],"meta":{"total":3,"skip":0,"take":2,"hasMore":true}}""", """{"data":[{"id":"c"}],"meta":{"total":3,"skip":2,"take":2,"hasMore":false}}""")]
    public async Task A_list_is_read_to_its_end_without_meta_or_hasMore_too(params string[] pages)
    {
        StubHandler handler = new(new VirtualTime(), [.. pages.Select(page => Answers.Json(200, page))]);
        using OutreachClient client = Client(handler);

        List<string> ids = [];
        await foreach (CustomerSummary customer in client.Crm.Customers.ListAllAsync(new() { Take = 2 }, cancellationToken: TestContext.Current.CancellationToken)) ids.Add(customer.Id);

        ids.Should().Equal("a", "b", "c");
        handler.Sent.Should().HaveCount(pages.Length);
        handler.Sent[1].Uri.Query.Should().Contain("skip=2").And.Contain("take=2").And.Contain("tenantId=t1");
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a"}],"meta":{"total":3,"skip":1,"take":1}}""", true)]
    [InlineData("""{"data":[{"id":"a"}],"meta":{"total":3,"skip":2,"take":1}}""", false)]
    [InlineData("""{"data":[{"id":"a"}]}""", null)]
    public async Task Whether_more_follows_is_worked_out_where_the_service_does_not_say(string answer, bool? more)
    {
        using OutreachClient client = Client(new StubHandler(new VirtualTime(), Answers.Json(200, answer)));
        (await client.Crm.Segments.ListAsync(cancellationToken: TestContext.Current.CancellationToken)).HasMore.Should().Be(more);
    }

    [Fact]
    public async Task A_request_that_is_null_is_named()
    {
        using OutreachClient client = Client(new StubHandler(new VirtualTime(), Answers.Ok));
        await FluentActions.Awaiting(() => client.Crm.Customers.ResolveAsync(null!, cancellationToken: TestContext.Current.CancellationToken)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("request");
    }

    [Fact]
    public async Task A_call_without_a_tenant_names_what_to_set_and_sends_nothing()
    {
        StubHandler handler = new(new VirtualTime(), Answers.Ok);
        using OutreachClient client = Client(handler, tenant: null);
        (await FluentActions.Awaiting(() => client.Crm.Customers.ListAsync()).Should().ThrowAsync<ArgumentException>()).Which.Message.Should().Contain("options.Crm.TenantId");
        (await FluentActions.Awaiting(() => client.Crm.Campaigns.CreateAsync(new() { Name = "n", Channels = [Channel.Email] })).Should().ThrowAsync<ArgumentException>()).Which.Message.Should().Contain("TenantId");
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public void The_criteria_builder_knows_every_operator()
    {
        SegmentCriteria criteria = Criteria.All(
            Criteria.Field("status").EqualTo("ACTIVE"),
            Criteria.Field("emailOptIn").NotEqualTo(false),
            Criteria.Any(
                Criteria.Field("engagementScore").GreaterThan(1), Criteria.Field("engagementScore").AtLeast(70), Criteria.Field("handicap").LessThan(14.5), Criteria.Field("handicap").AtMost(3),
                Criteria.Field("lastActivityAt").After(At), Criteria.Field("lastActivityAt").NotBefore(At), Criteria.Field("lastActivityAt").Before(At), Criteria.Field("lastActivityAt").NotAfter(At)),
            Criteria.Field("lifecycleStage").In("LEAD", "MEMBER"),
            Criteria.Field("tags").Contains("vip"),
            Criteria.Field("email").IsNull(),
            Criteria.Field("email").IsNotNull());

        JsonSerializer.Serialize(criteria, CrmJson.Default.SegmentCriteria).Should().Be(
            """{"combinator":"AND","rules":[{"field":"status","operator":"eq","value":"ACTIVE"},{"field":"emailOptIn","operator":"neq","value":false},{"combinator":"OR","rules":["""
            + """{"field":"engagementScore","operator":"gt","value":1},{"field":"engagementScore","operator":"gte","value":70},{"field":"handicap","operator":"lt","value":14.5},{"field":"handicap","operator":"lte","value":3},"""
            + """{"field":"lastActivityAt","operator":"gt","value":"2026-02-10T06:15:00Z"},{"field":"lastActivityAt","operator":"gte","value":"2026-02-10T06:15:00Z"},{"field":"lastActivityAt","operator":"lt","value":"2026-02-10T06:15:00Z"},{"field":"lastActivityAt","operator":"lte","value":"2026-02-10T06:15:00Z"}]},"""
            + """{"field":"lifecycleStage","operator":"in","value":["LEAD","MEMBER"]},{"field":"tags","operator":"contains","value":"vip"},{"field":"email","operator":"isNull"},{"field":"email","operator":"isNotNull"}]}""");
    }

    [Theory]
    [InlineData("TRIGGER", "{}")]
    [InlineData("TRIGGER", """{"eventType":"teetime.booked","conditions":[{"field":"status","operator":"eq","value":"ACTIVE"}]}""")]
    [InlineData("SEND", """{"channel":"SMS","templateId":"t"}""")]
    [InlineData("WAIT", """{"duration":2,"unit":"WEEKS"}""")]
    [InlineData("CONDITION", """{"eventType":"EMAIL_OPENED"}""")]
    [InlineData("SPLIT", """{"variants":[{"name":"A","percentage":50,"nextStepId":"s"},{"name":"B","percentage":50}]}""")]
    [InlineData("UPDATE", """{"set":{"lifecycleStage":"LEAD"},"addTags":["a"],"removeTags":["b"]}""")]
    [InlineData("END", "{}")]
    [InlineData("DANCE", """{"duration":1}""")]
    public void A_typed_step_goes_back_as_it_came(string type, string config)
    {
        JourneyStepAction action = JourneyStepAction.From(JourneyStepType.From(type), JsonSerializer.Deserialize(config, CrmJson.Default.JourneyStepConfig)!);
        action.Type.Value.Should().Be(type);
        JsonSerializer.Serialize(action.ToConfig(), CrmJson.Default.JourneyStepConfig).Should().Be(config);
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}""", "FORBIDDEN: no")]
    [InlineData("""{"data":{"customer":null},"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}},{"message":"nor"}]}""", "FORBIDDEN: no (and 1 more)")]
    [InlineData("""{"data":null}""", "The GraphQL answer has no data.")]
    public async Task The_throwing_form_throws_for_any_error_and_the_other_keeps_both(string answer, string message)
    {
        VirtualTime time = new();
        using OutreachClient client = Client(new StubHandler(time, Answers.Json(200, answer), Answers.Json(200, answer)));
        (await FluentActions.Awaiting(() => client.Crm.GraphQL.QueryAsync("{ customer(id: 1) { id } }", null, CrmJson.Default.Customer)).Should().ThrowAsync<GraphQLException>()).Which.Message.Should().Be(message);
        GraphQLResult<Customer> result = await client.Crm.GraphQL.ExecuteAsync("{ customer(id: 1) { id } }", null, CrmJson.Default.Customer, cancellationToken: TestContext.Current.CancellationToken);
        (result.Data is null).Should().Be(!answer.Contains("\"data\":{", StringComparison.Ordinal));
        result.Errors.Count.Should().Be(answer.Split("message").Length - 1);
    }

    [Theory]
    [InlineData("""{"data":null}""", false)]
    [InlineData("""{"data":{"id":"a"}}""", true)]
    public async Task Data_that_is_a_value_type_is_told_from_none(string answer, bool isThere)
    {
        using OutreachClient client = Client(new StubHandler(new VirtualTime(), Answers.Json(200, answer)));
        Func<Task<JsonElement>> query = () => client.Crm.GraphQL.QueryAsync("{ customer(id: 1) { id } }", null, CrmJson.Default.JsonElement);

        if (isThere) (await query()).GetProperty("id").GetString().Should().Be("a");
        else await query.Should().ThrowAsync<GraphQLException>();
        new GraphQLResult<int> { Data = 0 }.DataOrThrow().Should().Be(0, "a zero that was given is data");
        FluentActions.Invoking(() => new GraphQLResult<int>().DataOrThrow()).Should().Throw<GraphQLException>();
    }

    [Fact]
    public async Task Data_of_another_shape_than_the_callers_type_is_a_typed_exception()
    {
        using OutreachClient client = Client(new StubHandler(new VirtualTime(), Answers.Json(200, """{"data":{"id":{"a":1}}}""")));

        OutreachResponseException thrown = (await FluentActions.Awaiting(() => client.Crm.GraphQL.QueryAsync("{ x }", null, CrmJson.Default.Customer)).Should().ThrowAsync<OutreachResponseException>()).Which;

        thrown.Operation.Should().Be("crm.graphql.execute");
        thrown.InnerException.Should().BeOfType<JsonException>();
    }

    private static DateTimeOffset At => new(2026, 2, 10, 8, 15, 0, TimeSpan.FromHours(2));

    private static OutreachClient Client(StubHandler handler, string? tenant = "t1") => Clients.On(handler, new VirtualTime(), options =>
    {
        options.Crm.BaseAddress = new Uri("https://crm.test/api/v1");
        options.Crm.ApiKey = "a.b.c";
        options.Crm.TenantId = tenant;
    });
}

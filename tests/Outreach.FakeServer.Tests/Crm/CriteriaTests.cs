using System.Text;
using System.Text.Json;
using Outreach.FakeServer.Crm;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class CriteriaTests
{
    private static readonly Customer Full = new()
    {
        Email = "thandi@example.com",
        Status = CustomerStatus.Active,
        LifecycleStage = LifecycleStage.Member,
        FirstName = "Thandi",
        MembershipTier = "Gold",
        EngagementScore = 70,
        Handicap = 14.2,
        EmailOptIn = true,
        WhatsappOptIn = false,
        Tags = ["vip", "newsletter"],
        LastActivityAt = new DateTimeOffset(2026, 2, 10, 8, 15, 0, TimeSpan.Zero),
        ActivityCount90d = 3,
    };

    private static readonly Customer Empty = new() { Status = CustomerStatus.Inactive, LifecycleStage = LifecycleStage.Lead, Tags = [] };

    [Theory]
    [InlineData("engagementScore", "eq", "70", true, false)]
    [InlineData("engagementScore", "eq", "71", false, false)]
    [InlineData("engagementScore", "neq", "71", true, false)]
    [InlineData("engagementScore", "gt", "69.5", true, false)]
    [InlineData("engagementScore", "gt", "70", false, false)]
    [InlineData("engagementScore", "gte", "70", true, false)]
    [InlineData("engagementScore", "lt", "70", false, false)]
    [InlineData("engagementScore", "lt", "71", true, false)]
    [InlineData("engagementScore", "lte", "70", true, false)]
    [InlineData("engagementScore", "in", "[1,70]", true, false)]
    [InlineData("engagementScore", "in", "[1,2]", false, false)]
    [InlineData("engagementScore", "isNull", null, false, true)]
    [InlineData("engagementScore", "isNotNull", "\"ignored\"", true, false)]
    [InlineData("handicap", "eq", "14.2", true, false)]
    [InlineData("activityCount90d", "gte", "3", true, false)]
    [InlineData("lastActivityAt", "eq", "\"2026-02-10T10:15:00+02:00\"", true, false)]
    [InlineData("lastActivityAt", "neq", "\"2026-02-10\"", true, false)]
    [InlineData("lastActivityAt", "gt", "\"2026-02-10\"", true, false)]
    [InlineData("lastActivityAt", "gte", "\"2026-02-10T08:15:00Z\"", true, false)]
    [InlineData("lastActivityAt", "lt", "\"2026-02-11\"", true, false)]
    [InlineData("lastActivityAt", "lte", "\"2026-02-10\"", false, false)]
    [InlineData("lastActivityAt", "isNull", null, false, true)]
    [InlineData("lastActivityAt", "isNotNull", null, true, false)]
    [InlineData("status", "eq", "\"ACTIVE\"", true, false)]
    [InlineData("status", "neq", "\"ACTIVE\"", false, true)]
    [InlineData("lifecycleStage", "in", "[\"MEMBER\",\"LEAD\"]", true, true)]
    [InlineData("status", "isNull", null, false, false)]
    [InlineData("membershipTier", "eq", "\"Gold\"", true, false)]
    [InlineData("membershipTier", "eq", "\"gold\"", false, false)]
    [InlineData("membershipTier", "neq", "\"Silver\"", true, false)]
    [InlineData("membershipTier", "in", "[\"Gold\",\"Platinum\"]", true, false)]
    [InlineData("membershipTier", "contains", "\"OL\"", true, false)]
    [InlineData("membershipTier", "isNull", null, false, true)]
    [InlineData("membershipTier", "isNotNull", null, true, false)]
    [InlineData("email", "eq", "\"Thandi@Example.COM\"", true, false)]
    [InlineData("email", "in", "[\"THANDI@example.com\"]", true, false)]
    [InlineData("firstName", "contains", "\"hand\"", true, false)]
    [InlineData("emailOptIn", "eq", "true", true, false)]
    [InlineData("emailOptIn", "neq", "true", false, true)]
    [InlineData("whatsappOptIn", "eq", "false", true, false)]
    [InlineData("whatsappOptIn", "neq", "true", true, false)]
    [InlineData("whatsappOptIn", "isNull", null, false, true)]
    [InlineData("tags", "contains", "\"vip\"", true, false)]
    [InlineData("tags", "contains", "\"VIP\"", false, false)]
    [InlineData("tags", "in", "[\"x\",\"newsletter\"]", true, false)]
    [InlineData("tags", "in", "[\"x\"]", false, false)]
    [InlineData("tags", "isNull", null, false, true)]
    [InlineData("tags", "isNotNull", null, true, false)]
    public void A_rule_holds_as_the_table_says_and_never_for_null(string field, string op, string? value, bool full, bool empty)
    {
        SegmentCriteria criteria = Read($$"""{"combinator":"AND","rules":[{"field":"{{field}}","operator":"{{op}}"{{(value is null ? "" : $",\"value\":{value}")}}}]}""");
        Func<Customer, bool> test = CriteriaCompiler.Compile(criteria);
        test(Full).Should().Be(full);
        test(Empty).Should().Be(empty);
    }

    [Theory]
    [InlineData("AND", true, true, true)]
    [InlineData("AND", true, false, false)]
    [InlineData("OR", false, true, true)]
    [InlineData("OR", false, false, false)]
    public void Groups_combine_and_nest(string combinator, bool first, bool second, bool holds)
    {
        string group = $$"""{"combinator":"{{combinator}}","rules":[{{Rule(first)}},{"combinator":"AND","rules":[{{Rule(second)}}]}]}""";
        CriteriaCompiler.Compile(Read(group))(Full).Should().Be(holds);

        static string Rule(bool holds) => $$"""{"field":"status","operator":"{{(holds ? "eq" : "neq")}}","value":"ACTIVE"}""";
    }

    [Theory]
    [InlineData("""{"rules":[]}""", "criteria.combinator is required")]
    [InlineData("""{"combinator":"XOR","rules":[]}""", "criteria.combinator must be one of: AND, OR")]
    [InlineData("""{"combinator":"AND"}""", "criteria.rules is required")]
    [InlineData("""{"combinator":"AND","rules":[]}""", "criteria.rules must not be empty")]
    [InlineData("""{"combinator":"AND","rules":[5]}""", "criteria.rules[0] must be an object")]
    [InlineData("""{"combinator":"AND","rules":[{"operator":"eq","value":1}]}""", "criteria.rules[0].field is required")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"shoeSize","operator":"eq","value":1}]}""", "criteria.rules[0].field is not a segment field: shoeSize")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"engagementScore","value":1}]}""", "criteria.rules[0].operator is required")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"like","value":1}]}""", "criteria.rules[0].operator must be one of: eq, neq, gt, gte, lt, lte, in, contains, isNull, isNotNull")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"gt"}]}""", "criteria.rules[0].value is required")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"gt","value":"5"}]}""", "criteria.rules[0].value must be a number")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"in","value":[1,"2"]}]}""", "criteria.rules[0].value[1] must be a number")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"in","value":[]}]}""", "criteria.rules[0].value must not be empty")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"engagementScore","operator":"in","value":1}]}""", "criteria.rules[0].value must be an array")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"emailOptIn","operator":"eq","value":1}]}""", "criteria.rules[0].value must be a boolean")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"tags","operator":"eq","value":"x"}]}""", "criteria.rules[0].operator eq cannot be used with tags")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"emailOptIn","operator":"gt","value":true}]}""", "criteria.rules[0].operator gt cannot be used with emailOptIn")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"status","operator":"eq","value":"GONE"}]}""", "criteria.rules[0].value must be one of: ACTIVE, INACTIVE, MERGED, DELETED")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"memberSince","operator":"gt","value":"last week"}]}""", "criteria.rules[0].value must be a date")]
    [InlineData("""{"combinator":"AND","rules":[{"field":"status","operator":"isNull"},{"combinator":"OR","rules":[{"field":"engagementScore","operator":"gte","value":true}]}]}""", "criteria.rules[1].rules[0].value must be a number")]
    public async Task Bad_criteria_are_refused_with_their_place(string criteria, string message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        (await api.Post("segments", $$"""{"tenantId":"tenant_123","name":"n","criteria":{{criteria}}}""")).ShouldFail(400, "VALIDATION_ERROR", message);
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "must not be nested deeper than 20 groups")]
    [InlineData(1000, "must not be nested deeper than 20 groups")]
    [InlineData(100_000, "Request body is not valid JSON")]
    public async Task Groups_nested_a_thousand_deep_are_a_clear_refusal(int levels, string? message)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        StringBuilder criteria = new();
        for (int i = 0; i < levels; i++) criteria.Append("""{"combinator":"AND","rules":[""");
        criteria.Append("""{"field":"status","operator":"isNotNull"}""");
        for (int i = 0; i < levels; i++) criteria.Append("]}");
        CrmAnswer answer = await api.Post("segments", $$"""{"tenantId":"tenant_123","name":"deep","criteria":{{criteria}}}""");
        if (message is null) (await api.Get($"segments/{answer.ShouldBe(201).Text("id")}")).ShouldBe(200);
        else answer.ShouldFail(400, "VALIDATION_ERROR").Message.Should().EndWith(message);
    }

    private static SegmentCriteria Read(string json)
    {
        using JsonDocument body = JsonDocument.Parse($$"""{"criteria":{{json}}}""");
        return CrmInput.Read(body.RootElement, [], fields => fields.Criteria("criteria", required: true).Value!);
    }
}

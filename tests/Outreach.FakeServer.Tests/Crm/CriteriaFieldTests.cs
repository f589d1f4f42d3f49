namespace Outreach.FakeServer.Tests.Crm;

/// <summary>The two tables of the criteria language against each other: every field with every operator.</summary>
public sealed class CriteriaFieldTests
{
    private static readonly string[] Operators = ["eq", "neq", "gt", "gte", "lt", "lte", "in", "contains", "isNull", "isNotNull"];

    public static TheoryData<string, string, string> Fields
    {
        get
        {
            TheoryData<string, string, string> fields = [];
            void Add(string kind, string value, params string[] names)
            {
                foreach (string name in names) fields.Add(name, kind, value);
            }

            Add("enum", "\"ACTIVE\"", "status");
            Add("enum", "\"MEMBER\"", "lifecycleStage");
            Add("number", "5", "engagementScore", "churnRiskScore", "lifetimeValue", "activityCount30d", "bookingCount30d", "handicap", "activityCount90d");
            Add("date", "\"2026-01-01\"", "lastActivityAt", "memberSince", "membershipExpiry", "lastBookingAt", "lastEmailOpenAt", "lastEmailClickAt", "createdAt", "updatedAt");
            Add("string", "\"x\"", "membershipStatus", "membershipTier", "homeClubId", "email", "phoneNumber", "firstName", "lastName", "displayName", "homeClubName");
            Add("boolean", "true", "emailOptIn", "smsOptIn", "pushOptIn", "whatsappOptIn");
            Add("array", "\"x\"", "tags");
            return fields;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_takes_the_operators_of_its_kind_and_no_others(string field, string kind, string value)
    {
        string[] taken = kind switch
        {
            "enum" => ["eq", "neq", "in"],
            "number" => ["eq", "neq", "gt", "gte", "lt", "lte", "in"],
            "date" => ["eq", "neq", "gt", "gte", "lt", "lte"],
            "string" => ["eq", "neq", "in", "contains"],
            "boolean" => ["eq", "neq"],
            _ => ["in", "contains"],
        };
        await using CrmApi api = await CrmApi.StartAsync();
        foreach (string op in Operators)
        {
            string operand = op == "in" ? $"[{value}]" : value;
            CrmAnswer answer = await api.Post("segments", $$$"""{"tenantId":"tenant_123","name":"{{{op}}}","criteria":{"combinator":"AND","rules":[{"field":"{{{field}}}","operator":"{{{op}}}","value":{{{operand}}}}]}}""");
            if (taken.Contains(op) || op is "isNull" or "isNotNull") answer.ShouldBe(201);
            else answer.ShouldFail(400, "VALIDATION_ERROR", $"criteria.rules[0].operator {op} cannot be used with {field}");
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Every bound of every request schema, on calls whose valid form ends at a foreign tenant (403) or a missing object (404).</summary>
public sealed class RequestSchemaTests
{
    private static readonly JsonNode Document = JsonNode.Parse(new StreamReader(ContractDocument.OpenText("crm.openapi.json")).ReadToEnd())!;

    [Theory]
    [InlineData("CreateCustomerRequest", "Customer", "POST", "customers", """{"tenantId":"foreign","email":"a@b.example","authUserId":"u"}""")]
    [InlineData("UpdateCustomerRequest", "Customer", "PATCH", "customers/none", """{"firstName":"x"}""")]
    [InlineData("MergeCustomersRequest", null, "POST", "customers/none/merge", """{"loserId":"x"}""")]
    [InlineData("CreateActivityRequest", "Activity", "POST", "customers/none/activities", """{"type":"TYPE_1","category":"OTHER","title":"x"}""")]
    [InlineData("CreateNoteRequest", "Note", "POST", "customers/none/notes", """{"content":"x"}""")]
    [InlineData("UpdateNoteRequest", "Note", "PATCH", "customers/none/notes/none", """{"isPinned":true}""")]
    [InlineData("CreateSegmentRequest", "Segment", "POST", "segments", """{"tenantId":"foreign","name":"n","type":"SMART"}""")]
    [InlineData("UpdateSegmentRequest", "Segment", "PATCH", "segments/none", """{"isActive":true}""")]
    [InlineData("AddSegmentMembersRequest", null, "POST", "segments/none/members", """{"customerIds":["x"]}""")]
    [InlineData("CreateCampaignRequest", "Campaign", "POST", "campaigns", """{"tenantId":"foreign","name":"n","channels":["EMAIL"]}""")]
    [InlineData("UpdateCampaignRequest", "Campaign", "PATCH", "campaigns/none", """{"name":"n"}""")]
    [InlineData("ScheduleCampaignRequest", null, "POST", "campaigns/none/schedule", "{}")]
    [InlineData("CreateJourneyRequest", "Journey", "POST", "journeys", """{"tenantId":"foreign","name":"n","triggerType":"MANUAL"}""")]
    [InlineData("UpdateJourneyRequest", "Journey", "PATCH", "journeys/none", """{"name":"n"}""")]
    [InlineData("CreateJourneyStepRequest", "JourneyStep", "POST", "journeys/none/steps", """{"type":"END","config":{}}""")]
    [InlineData("UpdateJourneyStepRequest", "JourneyStep", "PATCH", "journeys/none/steps/none", """{"name":"n"}""")]
    [InlineData("ReorderJourneyStepsRequest", null, "PUT", "journeys/none/steps/order", """{"stepIds":["x"]}""")]
    [InlineData("ExitEnrollmentRequest", null, "POST", "journeys/none/enrollments/none/exit", "{}")]
    [InlineData("ConnectSocialRequest", null, "POST", "social/connections/connect", """{"tenantId":"foreign","platform":"FACEBOOK","redirectUri":"https://a.example/b"}""")]
    [InlineData("CreateSocialPostRequest", "SocialPost", "POST", "social/posts", """{"tenantId":"foreign","connectionId":"c","content":"x"}""")]
    [InlineData("UpdateSocialPostRequest", "SocialPost", "PATCH", "social/posts/none", """{"content":"x"}""")]
    [InlineData("ScheduleSocialPostRequest", null, "POST", "social/posts/none/schedule", """{"scheduledAt":"2027-01-01T00:00:00Z"}""")]
    [InlineData("CreatePromotionRequest", "Promotion", "POST", "promotions", """{"tenantId":"foreign","clubId":"c","sourceType":"SPECIAL","sourceId":"s","channels":["EMAIL"]}""")]
    [InlineData("UpdatePromotionRequest", "Promotion", "PATCH", "promotions/none", """{"isActive":true}""")]
    public async Task Every_bound_of_a_request_is_kept(string schema, string? resource, string method, string path, string valid)
    {
        await using CrmApi api = await CrmApi.StartAsync();
        JsonObject properties = Schema(schema)["properties"]!.AsObject();
        string[] required = [.. Schema(schema)["required"]?.AsArray().Select(name => (string)name!) ?? []];
        List<string> wrong = [];

        async Task Try(string what, JsonNode body, bool good, string? message = null)
        {
            CrmAnswer answer = await api.Send(method, path, body.ToJsonString());
            bool taken = answer.Status is 403 or 404;
            if (taken != good || (!good && answer.Code != "VALIDATION_ERROR") || (message is not null && answer.Message != message)) wrong.Add($"{what}: {answer.Status} {answer.Message}");
        }

        JsonNode With(string name, JsonNode? value)
        {
            JsonNode body = JsonNode.Parse(valid)!;
            body[name] = value;
            return body;
        }

        await Try("the valid form", JsonNode.Parse(valid)!, good: true);
        await Try("an unknown member", With("whatever", 1), good: true);
        foreach (string name in required)
        {
            JsonObject body = JsonNode.Parse(valid)!.AsObject();
            body.Remove(name);
            await Try($"{name} missing", body, good: false, $"{name} is required");
        }

        foreach ((string name, JsonNode? reference) in properties)
        {
            JsonNode property = Resolve(reference!);
            string[] types = property["type"] is JsonArray several ? [.. several.Select(type => (string)type!)] : [(string?)property["type"] ?? "object"];
            bool nullable = types.Contains("null") || property["anyOf"] is not null;
            string type = types[0];
            await Try($"{name} null", With(name, null), nullable);
            await Try($"{name} of a wrong type", With(name, type is "string" ? 5 : "x"), good: false);
            if (property["enum"] is JsonArray values)
            {
                foreach (JsonNode? value in values.Where(_ => schema is not ("CreateJourneyStepRequest" or "CreateSegmentRequest")))
                    await Try($"{name} {value}", With(name, value!.DeepClone()), good: true);
                await Try($"{name} of an unknown value", With(name, "unknown"), good: false, $"{name} must be one of: {string.Join(", ", values.Select(value => (string)value!))}");
            }

            if (property["maxLength"] is { } longest && property["format"] is null)
            {
                await Try($"{name} at its longest", With(name, new string('x', (int)longest)), good: true);
                await Try($"{name} too long", With(name, new string('x', (int)longest + 1)), good: false);
            }

            if (property["minLength"] is not null) await Try($"{name} empty", With(name, ""), good: false, $"{name} must not be empty");
            if ((string?)property["format"] == "date-time")
            {
                await Try($"{name} with an offset", With(name, "2027-01-01T00:00:00.123+02:00"), good: true);
                await Try($"{name} without an offset", With(name, "2027-01-01T00:00:00"), good: false, $"{name} must be a date-time");
                await Try($"{name} a day", With(name, "2027-01-01"), good: false);
            }

            if ((string?)property["format"] == "uri") await Try($"{name} relative", With(name, "/x"), good: false);
            if (type == "integer" && property["minimum"] is { } least) await Try($"{name} too small", With(name, (int)least - 1), good: false, $"{name} must not be less than {least}");
            if (type == "integer") await Try($"{name} broken", With(name, 1.5), good: false, $"{name} must be an integer");
            if (type != "array") continue;
            JsonNode item = Resolve(property["items"]!);
            JsonNode Item(int n) => item["enum"] is JsonArray known ? known[n % known.Count]!.DeepClone() : (string?)item["type"] == "integer" ? JsonValue.Create(n + 1) : JsonValue.Create($"https://x.example/{n}")!;
            JsonNode Items(int count) => new JsonArray([.. Enumerable.Range(0, count).Select(Item)]);
            await Try($"{name} of one", With(name, Items(1)), good: true);
            await Try($"{name} of none", With(name, Items(0)), property["minItems"] is null);
            if (property["minItems"] is not null) await Try($"{name} of none", With(name, Items(0)), good: false, $"{name} must not be empty");
            if (property["uniqueItems"] is not null) await Try($"{name} twice the same", With(name, new JsonArray(Item(0), Item(0))), good: false);
            if (property["maxItems"] is { } most)
            {
                await Try($"{name} at its most", With(name, Items((int)most)), good: true);
                await Try($"{name} too many", With(name, Items((int)most + 1)), good: false);
            }

            if (item["maximum"] is { } greatest) await Try($"{name} of too much", With(name, new JsonArray((int)greatest + 1)), good: false, $"{name}[0] must not be greater than {greatest}");
            if (item["minimum"] is { } smallest) await Try($"{name} of too little", With(name, new JsonArray((int)smallest - 1)), good: false, $"{name}[0] must not be less than {smallest}");
        }

        if (method == "PATCH") await Try("nothing", new JsonObject(), good: false, "at least one member is required");
        if (resource is not null)
        {
            foreach ((string name, _) in Schema(resource)["properties"]!.AsObject())
                if (!properties.ContainsKey(name)) await Try($"read-only {name}", With(name, null), good: false, $"{name} is read-only");
        }

        wrong.Should().BeEmpty();
    }

    private static JsonNode Schema(string name) => Document["components"]!["schemas"]![name]!;

    private static JsonNode Resolve(JsonNode node) => (string?)node["$ref"] is { } reference ? Schema(reference[(reference.LastIndexOf('/') + 1)..]) : node;
}

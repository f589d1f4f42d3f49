using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;

namespace Outreach.Contract.Tests;

public sealed class EventTests
{
    /// <summary>Every event of an API's contract: API, type, schema of the payload.</summary>
    public static TheoryData<string, string, string> Events =>
    [
        .. Api.All["markus"].Document.Root.GetProperty("x-webhook-events").EnumerateArray().Select(row => ("markus", row.GetProperty("type").GetString()!, row.GetProperty("payload").GetString()!)),
        .. Api.All["reachkit"].Document.Root.GetProperty("x-webhook-events").EnumerateArray().Select(row => ("reachkit", row.GetProperty("name").GetString()!, row.GetProperty("schema").GetString()!)),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void The_example_of_an_event_is_read_as_its_record_and_written_as_it_was(string apiName, string type, string schema)
    {
        Api api = Api.All[apiName];
        JsonElement example = Example(api, type);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(example, ElementInfo);

        object parsed = apiName == "markus" ? WebhookEvent.Parse(body) : ReachkitWebhookEvent.Parse(body);

        parsed.GetType().Name.Should().Be(schema);
        JsonTypeInfo info = api.Json.GetTypeInfo(parsed.GetType())!;
        JsonElement written = JsonSerializer.SerializeToElement(parsed, info);
        JsonElement.DeepEquals(written, example).Should().BeTrue($"{written} is {example}");
        written.EnumerateObject().Select(member => member.Name).Should().Equal(example.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void A_new_record_of_one_type_carries_that_type(string apiName, string type, string schema)
    {
        Api api = Api.All[apiName];
        JsonElement typeMember = api.Document.Schema(schema).GetProperty("properties").GetProperty(apiName == "markus" ? "type" : "event_type");
        bool single = typeMember.TryGetProperty("const", out _) || typeMember.GetProperty("enum").GetArrayLength() == 1;
        object made = Activator.CreateInstance(api.ClientType.Assembly.GetType($"{api.ClientType.Namespace}.{schema}")!)!;

        string? carried = made is WebhookEvent markus ? markus.Type.Value : ((ReachkitWebhookEvent)made).EventType.Value;

        carried.Should().Be(single ? type : null);
    }

    [Fact]
    public void There_are_16_events_of_Markus_and_9_of_Reachkit_and_their_enums_list_them()
    {
        Events.Count(row => row.Data.Item1 == "markus").Should().Be(16);
        WebhookEventType.Known.Select(type => type.Value).Should().BeEquivalentTo(Events.Where(row => row.Data.Item1 == "markus").Select(row => row.Data.Item2));
        ReachkitWebhookEventType.Known.Select(type => type.Value).Should().Equal(Events.Where(row => row.Data.Item1 == "reachkit").Select(row => row.Data.Item2)).And.HaveCount(9);
    }

    private static JsonTypeInfo<JsonElement> ElementInfo => (JsonTypeInfo<JsonElement>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(JsonElement));

    private static JsonElement Example(Api api, string type)
        => api.Document.Root.GetProperty("webhooks").GetProperty(type).GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
}

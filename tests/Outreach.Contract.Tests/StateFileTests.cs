using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Contract.Tests.Stories;
using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Contract.Tests;

/// <summary>A world in which every operation was called goes through a state file and comes out as it was; a spoilt file is refused in one line.</summary>
public sealed class StateFileTests
{
    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public async Task A_world_of_every_operation_comes_back_to_the_byte(string name)
    {
        string written = await StoryAsync(name);
        using JsonDocument document = JsonDocument.Parse(written);
        World again = new(new FakeOptions { RateLimits = false });

        StateFile.ReadParts(again, document.RootElement.GetProperty("parts"));

        (Write(again) == written).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public async Task A_world_with_any_value_spoilt_is_read_or_refused_in_one_line(string name)
    {
        JsonObject parts = (JsonObject)JsonNode.Parse(await StoryAsync(name))!["parts"]!;
        Dictionary<string, JsonNode> places = [];
        foreach ((string part, JsonNode? value) in parts) Walk(value!, part, places);
        int refused = 0;
        foreach (JsonNode place in places.Values)
        {
            foreach (string text in Spoilt(place).Select(spoilt => With(parts, place, spoilt)).Append(Without(parts, place)))
            {
                using JsonDocument document = JsonDocument.Parse(text);
                try
                {
                    StateFile.ReadParts(new World(new FakeOptions()), document.RootElement);
                }
                catch (FormatException e)
                {
                    refused++;
                    e.Message.Should().StartWith("part '").And.NotContain("\n");
                }
            }
        }

        refused.Should().BeGreaterThan(places.Count, "each place can be spoilt in three ways, and few take two of them");
    }

    private static async Task<string> StoryAsync(string name)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false });
        using OutreachClient client = fake.CreateClient();
        await Story.Of(name, fake, client).PlayAsync();
        fake.Faults.Add("markus.auth.me", FaultEffect.Patch("data.id", "1"));
        fake.Recipients.When("*@acme.example", new Reaction(ReactionKind.Open));
        return Write(fake.World);
    }

    private static string Write(World world)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonBody.WriterOptions)) StateFile.WriteWorld(writer, "default", world);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // One place of each kind: the items of a list stand for each other.
    private static void Walk(JsonNode node, string path, Dictionary<string, JsonNode> places)
    {
        places.TryAdd(path, node);
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? member) in members)
                if (member is not null) Walk(member, $"{path}.{name}", places);
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                if (item is not null) Walk(item, $"{path}[]", places);
        }
    }

    private static JsonNode?[] Spoilt(JsonNode place) => place switch
    {
        JsonObject => [null, new JsonArray()],
        JsonArray => [null, new JsonObject(), new JsonArray([null])],
        _ when place.GetValueKind() == JsonValueKind.Number => [null, "x"],
        _ => [null, 7],
    };

    private static string With(JsonObject parts, JsonNode place, JsonNode? spoilt)
    {
        JsonNode parent = place.Parent!;
        if (parent is JsonArray list)
        {
            int at = place.GetElementIndex();
            list[at] = spoilt;
            string text = parts.ToJsonString();
            list[at] = place;
            return text;
        }
        else
        {
            string name = place.GetPropertyName();
            parent[name] = spoilt;
            string text = parts.ToJsonString();
            parent[name] = place;
            return text;
        }
    }

    private static string Without(JsonObject parts, JsonNode place)
    {
        JsonNode parent = place.Parent!;
        if (parent is JsonArray list)
        {
            int at = place.GetElementIndex();
            list.RemoveAt(at);
            string text = parts.ToJsonString();
            list.Insert(at, place);
            return text;
        }
        else
        {
            JsonObject members = (JsonObject)parent;
            string name = place.GetPropertyName();
            int at = members.IndexOf(name);
            members.RemoveAt(at);
            string text = parts.ToJsonString();
            members.Insert(at, name, place);
            return text;
        }
    }
}

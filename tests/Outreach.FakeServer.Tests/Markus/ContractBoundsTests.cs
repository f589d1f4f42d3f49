using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.FakeServer.Tests.Store;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Every bound, form, enum and null that the OpenAPI document states for a request body, tried on the fake from both sides.</summary>
public sealed class ContractBoundsTests
{
    private static readonly ContractDocument Contract = ContractDocument.Of("markus");

    // A good body per operation, with every object that has members of its own; $ names stand for ids of the scene.
    private static readonly Dictionary<string, string[]> Bodies = new(StringComparer.Ordinal)
    {
        ["apiKeys.create"] = ["""{"name":"x","scopes":["contacts:read"]}"""],
        ["campaigns.create"] = ["""{"name":"x","objective_type":"product_promotion","product":{"name":"p"},"settings":{"send_window":{"days":["mon"],"start":"00:00","end":"23:59"},"follow_ups":{"enabled":true,"max_follow_ups":1,"delay_days":1} } }""", """{"name":"x","objective_type":"venue_dj","venue":{"artist_name":"a"} }""", """{"name":"x","objective_type":"custom"}"""],
        ["campaigns.update"] = ["""{"name":"x","product":{"name":"p"},"settings":{"send_window":{"days":["mon"],"start":"00:00","end":"23:59"},"follow_ups":{"enabled":true,"max_follow_ups":1,"delay_days":1} } }"""],
        ["campaigns.analyzeProduct"] = ["""{"description":"d"}"""],
        ["targetProfiles.create"] = ["""{"name":"x"}"""],
        ["contacts.create"] = ["""{"email":"new@acme.example","social":{"twitter":"t"},"location":{},"custom_fields":{"k":"v"} }"""],
        ["contacts.update"] = ["""{"name":"x","social":{"twitter":"t"},"location":{},"custom_fields":{"k":"v"} }"""],
        ["contacts.bulkImport"] = ["""{"contacts":[{"email":"new@acme.example","social":{"twitter":"t"},"location":{},"custom_fields":{"k":"v"} }]}"""],
        ["messages.reject"] = ["{}"],
        ["messages.submitFeedback"] = ["""{"feedback":"x"}"""],
        ["messages.bulkAction"] = ["""{"action":"approve","message_ids":["$message"]}"""],
        ["ai.generateContent"] = ["""{"campaign_id":"$campaign","conversation_id":"$conversation"}"""],
        ["ai.generateStrategy"] = ["""{"campaign_id":"$campaign"}"""],
        ["ai.analyzeResponse"] = ["""{"text":"x"}"""],
        ["discovery.search"] = ["""{"query":"bars","location":"Berlin"}"""],
        ["discovery.searchFromProfiles"] = ["""{"campaign_id":"$campaign"}"""],
        ["channels.send"] = ["""{"channel":"email","contact_id":"$contact","subject":"s","body":"b"}"""],
        ["notifications.update"] = ["""{"is_read":true}"""],
        ["webhooks.create"] = ["""{"url":"https://app.example/hook","events":["*"]}"""],
        ["webhooks.update"] = ["""{"url":"https://app.example/hook"}"""],
        ["webhooks.test"] = ["{}"],
    };

    public static TheoryData<string> WithBody => [.. Contract.Operations.Values.Where(operation => operation.RequestBody is not null).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Every_member_is_taken_up_to_its_bounds_and_refused_beyond_them(string id)
    {
        ContractOperation operation = Contract.Operations[id];
        JsonElement schema = Contract.Resolve(operation.RequestBody!.Value.GetProperty("schema"));
        (MarkusWorld world, Func<string, string> named) = await SceneAsync();
        await using MarkusWorld disposed = world;
        FakeSnapshot scene = world.Fake.Snapshot();
        string path = named(operation.Path.TrimStart('/'));
        StringBuilder wrong = new();
        int tried = 0;
        foreach (string body in Bodies[id])
        {
            JsonNode good = JsonNode.Parse(named(body))!;
            foreach (Probe probe in Probes(schema, "", good, id.StartsWith("webhooks", StringComparison.Ordinal) ? "HOOK_003" : null))
            {
                JsonNode sent = good.DeepClone();
                if (!probe.Set(sent) || IsCrossed(id, probe)) continue;
                world.Fake.Restore(scene);
                JsonElement before = StateFileParts.Of(world.Fake.World);
                MarkusAnswer answer = await world.SendAsync(operation.Method, path, sent.ToJsonString());
                if (answer.Status >= 400) foreach (string part in Changed(before, StateFileParts.Of(world.Fake.World))) wrong.AppendLine($"{probe.Path} = {Short(probe.Value)}: refused, and changed {part}");
                string outcome = Outcome(answer, probe.Path);
                tried++;
                if (outcome != (probe.Code ?? "taken")) wrong.AppendLine($"{probe.Path} = {Short(probe.Value)}: {outcome}, not {probe.Code ?? "taken"}; {Short(answer.Text, 300)}");
            }
        }

        wrong.ToString().Should().BeEmpty();
        tried.Should().BePositive();
    }

    private static IEnumerable<string> Changed(JsonElement before, JsonElement after)
        => before.EnumerateObject().Select(part => part.Name).Where(part => part.StartsWith("markus", StringComparison.Ordinal) && !JsonElement.DeepEquals(before.GetProperty(part), after.GetProperty(part)));

    private static string Short(string text, int length = 60) => text.Length <= length ? text : $"{text[..length]}… ({text.Length})";

    // Of a row of an import, its own outcome counts.
    private static string Outcome(MarkusAnswer answer, string path)
    {
        if (answer.Status == 200 && path.StartsWith("contacts[0]", StringComparison.Ordinal)) return (string?)answer.Data["results"]![0]!["error"]?["code"] ?? "taken";
        if (answer.Status < 300) return "taken";
        return answer.Fields.Contains(path) ? answer.Code! : $"{answer.Code} of {string.Join(",", answer.Fields)}";
    }

    private static IEnumerable<Probe> Probes(JsonElement schema, string path, JsonNode? good, string? whole)
    {
        foreach (JsonProperty property in schema.GetProperty("properties").EnumerateObject())
        {
            string at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            foreach (Probe probe in OfMember(property.Value, at, whole)) yield return probe;
            JsonElement inner = Shape(property.Value);
            JsonNode? value = (good as JsonObject)?[property.Name];
            if (inner.TryGetProperty("properties", out _) && value is JsonObject) foreach (Probe probe in Probes(inner, at, value, whole)) yield return probe;
            if (inner.TryGetProperty("items", out JsonElement items))
            {
                foreach (Probe probe in OfMember(items, at + "[0]", whole, property.Value.TryGetProperty("x-violation-code", out JsonElement code) ? code.GetString() : null)) yield return probe;
                if (Shape(items).TryGetProperty("properties", out _) && value is JsonArray { Count: > 0 } rows) foreach (Probe probe in Probes(Shape(items), at + "[0]", rows[0], whole)) yield return probe;
            }

            if (inner.TryGetProperty("additionalProperties", out JsonElement more) && more.ValueKind == JsonValueKind.Object)
                foreach (Probe probe in OfMember(more, at + ".k", whole)) yield return probe;
        }
    }

    private static JsonElement Shape(JsonElement schema)
    {
        schema = Contract.Resolve(schema);
        return schema.TryGetProperty("anyOf", out JsonElement any) ? Contract.Resolve(any[0]) : schema;
    }

    private static IEnumerable<Probe> OfMember(JsonElement schema, string path, string? whole, string? parent = null)
    {
        bool nullable = Contract.Resolve(schema).TryGetProperty("anyOf", out _);
        string? own = schema.TryGetProperty("x-violation-code", out JsonElement said) ? said.GetString() : parent;
        schema = Shape(schema);
        string[] types = schema.TryGetProperty("type", out JsonElement type) ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!] : [];
        nullable |= types.Contains("null");
        string kind = types.FirstOrDefault(one => one != "null") ?? "string";
        string schemaCode = whole ?? "SERVER_002";
        string valueCode = whole ?? own ?? "SERVER_002";
        yield return new(path, "null", nullable ? null : schemaCode);
        foreach (string other in (string[])["7.5", "\"?\"", "true", "{}", "[]"])
            if (Kind(other) != kind && !(kind == "number" && other == "7.5")) yield return new(path, other, schemaCode);
        if (schema.TryGetProperty("enum", out JsonElement values))
        {
            foreach (JsonElement value in values.EnumerateArray()) yield return new(path, value.GetRawText(), null);
            yield return new(path, "\"no such value\"", valueCode);
            yield return new(path, JsonSerializer.Serialize(values[0].GetString()!.ToUpperInvariant() + " "), valueCode);
        }

        if (kind == "string" && !schema.TryGetProperty("enum", out _))
        {
            string form = schema.TryGetProperty("format", out JsonElement format) ? format.GetString()! : "";
            if (Number(schema, "minLength") is { } min and > 0) yield return new(path, Text(min - 1), valueCode);
            if (Number(schema, "maxLength") is { } max)
            {
                if (form == "")
                {
                    yield return new(path, Text(max), null);
                    yield return new(path, Text(max + 1), valueCode);
                }
                else if (form == "uri")
                {
                    yield return new(path, $"\"https://x.example/{new string('p', max - 18)}\"", null);
                    yield return new(path, $"\"https://x.example/{new string('p', max - 17)}\"", valueCode);
                }
            }

            if (form is "uri" or "uuid" or "date-time" or "date" or "email")
            {
                yield return new(path, "\"no such form\"", valueCode);
                yield return new(path, "\"\"", valueCode);
            }

            if (form == "date-time")
            {
                foreach (string bad in (string[])["2030-01-01", "2030-01-01T00:00:00", "2030-02-30T00:00:00Z", "2030-01-01T24:00:00Z", "2030-01-01T00:00:00+25:00", "01/01/2030"]) yield return new(path, $"\"{bad}\"", valueCode);
                foreach (string fine in (string[])["2030-01-01T00:00:00Z", "2030-01-01T00:00:00.123456789Z", "2030-01-01T00:00:00-05:30", "2030-01-01t00:00:00z"]) yield return new(path, $"\"{fine}\"", null);
            }

            if (form == "date")
            {
                foreach (string bad in (string[])["2030-02-30", "2030-1-1", "2030-01-01T00:00:00Z"]) yield return new(path, $"\"{bad}\"", valueCode);
                yield return new(path, "\"2030-01-31\"", null);
            }

            if (schema.TryGetProperty("pattern", out JsonElement pattern))
            {
                foreach (string good in pattern.GetString() switch
                {
                    "^[A-Z]{2}$" => (string[])["DE"],
                    string local when local.Contains("[0-5]", StringComparison.Ordinal) => [path.EndsWith("start", StringComparison.Ordinal) ? "09:59" : "23:59"],
                    string language when language.Contains("{2,3}", StringComparison.Ordinal) => ["de", "zho-Hans-CN"],
                    _ => [],
                })
                {
                    yield return new(path, $"\"{good}\"", null);
                    yield return new(path, JsonSerializer.Serialize(good + "\n"), valueCode);
                    yield return new(path, JsonSerializer.Serialize(good.Replace('9', '٩').Replace('D', 'Ä').Replace('z', 'ż').Replace('d', 'đ')), valueCode);
                    yield return new(path, $"\" {good}\"", valueCode);
                }
            }
        }

        if (kind == "integer")
        {
            if (Number(schema, "minimum") is { } low)
            {
                yield return new(path, $"{low}", null);
                yield return new(path, $"{low - 1}", valueCode);
            }

            if (Number(schema, "maximum") is { } high)
            {
                yield return new(path, $"{high}", null);
                yield return new(path, $"{high + 1}", valueCode);
            }

            yield return new(path, "99999999999", valueCode);
        }

        if (kind == "array")
        {
            JsonElement items = Shape(schema.GetProperty("items"));
            string[] elements = Elements(items);
            if (Number(schema, "minItems") is > 0) yield return new(path, "[]", valueCode);
            else yield return new(path, "[]", null);
            if (Number(schema, "maxItems") is { } most && elements.Length > 0)
            {
                if (elements.Length >= most) yield return new(path, $"[{string.Join(',', elements.Take(most))}]", null);
                if (elements.Length > most) yield return new(path, $"[{string.Join(',', elements.Take(most + 1))}]", valueCode);
            }

            if (schema.TryGetProperty("uniqueItems", out _) && elements.Length > 0) yield return new(path, $"[{elements[0]},{elements[0]}]", valueCode);
        }

        if (kind == "object" && Number(schema, "maxProperties") is { } properties && schema.TryGetProperty("additionalProperties", out _))
        {
            yield return new(path, $"{{{string.Join(',', Enumerable.Range(0, properties).Select(i => $"\"k{i}\":\"v\""))}}}", null);
            yield return new(path, $"{{{string.Join(',', Enumerable.Range(0, properties + 1).Select(i => $"\"k{i}\":\"v\""))}}}", valueCode);
        }
    }

    private static string[] Elements(JsonElement items)
    {
        if (items.TryGetProperty("enum", out JsonElement values)) return [.. values.EnumerateArray().Select(value => value.GetRawText()).Where(value => value != "\"*\"")];
        if (items.TryGetProperty("properties", out _)) return [.. Enumerable.Range(0, 501).Select(i => $$"""{"email":"c{{i}}@acme.example"}""")];
        string form = items.TryGetProperty("format", out JsonElement format) ? format.GetString()! : "";
        return [.. Enumerable.Range(0, 101).Select(i => form switch { "uuid" => $"\"00000000-0000-4000-8000-{i:000000000000}\"", "uri" => $"\"https://x.example/{i}\"", _ => $"\"e{i}\"" })];
    }

    private static string Kind(string json) => json[0] switch { '"' => "string", 't' => "boolean", '{' => "object", '[' => "array", _ => "number" };

    private static string Text(int length) => $"\"{string.Concat(Enumerable.Repeat("\ud83d\ude00", length))}\"";

    private static int? Number(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement number) ? number.GetInt32() : null;

    // What is fine by itself and not with the other members of the good body: the rules between members have tests of their own. A row's address keeps to the e-mail rule in whole.
    private static bool IsCrossed(string operation, Probe probe) => (operation, probe.Path) switch
    {
        ("contacts.bulkImport", "contacts[0].email") => probe.Value.Length > 20,
        ("campaigns.create", "objective_type") or ("campaigns.create" or "campaigns.update", "settings.timezone") or ("campaigns.update", "status") or ("ai.generateContent", "campaign_id")
            or ("channels.send", "channel") or ("discovery.search", "location") or ("discovery.searchFromProfiles", "target_profile_ids") => probe.Code is null,
        _ => false,
    };

    private static async Task<(MarkusWorld World, Func<string, string> Named)> SceneAsync()
    {
        MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Webhooks.Capture();
        (string spent, string contact, _) = await world.SentAsync();
        string conversation = (string)(await world.GetAsync("conversations")).Items[0]!["id"]!;
        string campaign = await world.CampaignAsync(objective: "product_promotion");
        await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"Bars","keywords":["bars"],"locations":["Berlin"]}""");
        await world.ContactAsync(spent, "second@acme.example");
        string message = (await world.PendingAsync()).Single();
        string webhook = (await world.PostAsync("webhooks", """{"url":"https://app.example/hook","events":["*"]}""")).Id;
        string notification = world.Fake.Markus.Account.Notify("n", "n");
        (string Name, string Value)[] ids = [("campaign", campaign), ("contact", contact), ("conversation", conversation), ("message", message), ("webhook", webhook), ("notification", notification)];
        return (world, text => ids.Aggregate(text, (named, id) => named.Replace($"{{{id.Name}_id}}", id.Value, StringComparison.Ordinal).Replace($"${id.Name}", id.Value, StringComparison.Ordinal)));
    }

    private sealed record Probe(string Path, string Value, string? Code)
    {
        // Puts the value in its place; false where its place is in an object that the body does not have.
        public bool Set(JsonNode body)
        {
            JsonNode? at = body;
            string[] steps = Path.Replace("[0]", ".[0]", StringComparison.Ordinal).Split('.');
            for (int i = 0; i < steps.Length - 1; i++)
            {
                JsonNode? next = steps[i] == "[0]" ? at![0] : at![steps[i]];
                if (next is null && steps[i + 1] == "[0]")
                {
                    next = new JsonArray();
                    at[steps[i]] = next;
                }

                if (next is null) return false;
                at = next;
            }

            JsonNode? value = JsonNode.Parse(Value);
            if (steps[^1] != "[0]") at![steps[^1]] = value;
            else if (at is JsonArray { Count: > 0 } list) list[0] = value;
            else at!.AsArray().Add(value);
            return true;
        }
    }
}

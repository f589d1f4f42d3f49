using System.Text.Json;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Every query parameter of the OpenAPI document: its default, its bounds, its enum, its form; and every path's methods.</summary>
public sealed class QueryRuleTests
{
    private static readonly ContractDocument Contract = ContractDocument.Of("markus");

    public static TheoryData<string> WithQuery => [.. Contract.Operations.Values.Where(operation => Queries(operation).Any()).Select(operation => operation.Id)];

    public static TheoryData<string> Paths => [.. Contract.Operations.Values.Select(operation => operation.Path).Distinct()];

    [Theory]
    [MemberData(nameof(WithQuery))]
    public async Task A_parameter_has_its_default_takes_its_values_and_no_other(string id)
    {
        ContractOperation operation = Contract.Operations[id];
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (string campaign, string contact, string message) = await world.SentAsync("dana+reply@acme.example");
        for (int i = 0; i < 25; i++) await world.ContactAsync(campaign, $"c{i}@acme.example", $"\"name\":\"n{(i * 7) % 25}\"");
        await world.PassAsync(TimeSpan.FromHours(2));
        string webhook = (await world.PostAsync("webhooks", """{"url":"https://app.example/hook","events":["*"]}""")).Id;
        world.Fake.Webhooks.Capture();
        for (int i = 0; i < 25; i++) await world.PostAsync($"webhooks/{webhook}/test");
        string path = operation.Path.TrimStart('/').Replace("{campaign_id}", campaign, StringComparison.Ordinal).Replace("{contact_id}", contact, StringComparison.Ordinal)
            .Replace("{conversation_id}", world.Message(message).ConversationId, StringComparison.Ordinal).Replace("{webhook_id}", webhook, StringComparison.Ordinal);
        string plain = (await world.GetAsync(path)).Text;
        foreach ((string name, JsonElement schema) in Queries(operation))
        {
            async Task<MarkusAnswer> AskAsync(object value) => await world.GetAsync($"{path}?{name}={value}");
            async Task RefusedAsync(object value) => (await AskAsync(value)).Code.Should().Be("SERVER_005", $"{name}={value}");
            JsonElement form = Contract.Resolve(schema);
            if (schema.TryGetProperty("default", out JsonElement standard)) (await AskAsync(standard.GetRawText().Trim('"'))).Text.Should().Be(plain, $"{name} is {standard} by default");
            if (form.TryGetProperty("enum", out JsonElement values))
            {
                foreach (JsonElement value in values.EnumerateArray()) (await AskAsync(value)).Status.Should().Be(200, $"{name}={value}");
                await RefusedAsync(values[0].GetString()!.ToUpperInvariant());
            }

            if (form.TryGetProperty("minimum", out JsonElement least)) await RefusedAsync(least.GetInt32() - 1);
            if (form.TryGetProperty("maximum", out JsonElement most))
            {
                (await AskAsync(most)).Status.Should().Be(200);
                await RefusedAsync(most.GetInt32() + 1);
            }

            if (form.TryGetProperty("maxLength", out JsonElement longest))
            {
                string face = Uri.EscapeDataString("\ud83d\ude00");
                (await AskAsync(string.Concat(Enumerable.Repeat(face, longest.GetInt32())))).Status.Should().Be(200, $"{name} counts code points");
                await RefusedAsync(string.Concat(Enumerable.Repeat(face, longest.GetInt32() + 1)));
            }

            foreach (string wrong in (string[])["", "%20", "no%20such%20value"])
                if (!(form.TryGetProperty("maxLength", out _) && wrong.StartsWith("no", StringComparison.Ordinal)) && !(name == "tag" && wrong == "%20")) await RefusedAsync(wrong);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_path_names_its_methods(string path)
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        string[] methods = [.. Contract.Operations.Values.Where(operation => operation.Path == path).Select(operation => operation.Method)];
        // A literal segment wins over an id, with its own methods only.
        foreach (string method in ((string[])["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]).Except(methods))
        {
            MarkusAnswer answer = await world.SendAsync(method, path.TrimStart('/').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), authorization: "Bearer x");
            (answer.Status, answer.Header("X-RateLimit-Limit")).Should().Be((405, null), method);
            answer.Header("Allow")!.Split(", ").Should().BeEquivalentTo(methods);
        }
    }

    private static IEnumerable<(string Name, JsonElement Schema)> Queries(ContractOperation operation)
        => operation.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema")));
}

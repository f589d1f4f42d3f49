using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>
/// A document of things that tests begin with: recipients' rules, faults, what an API's own section can say, and calls of
/// operations, in which <c>${name.member}</c> stands for a member of an earlier call's answer.
/// </summary>
internal static partial class FixtureDocument
{
    /// <summary>Puts everything in, or nothing.</summary>
    /// <exception cref="BadDocumentException">Something cannot be taken.</exception>
    public static string Load(OutreachFake fake, string json)
    {
        using JsonDocument document = Parse(json);
        StrictObject root = new(document.RootElement, "");
        World world = fake.World;
        lock (world.Gate)
        {
            object[] before = world.Capture();
            FakeOptions options = world.Options;
            world.Webhooks.BeginTrial();
            world.Outbox.BeginTrial();
            bool done = false;
            try
            {
                world.Options = options with { RateLimits = false };
                string answer = Load(fake, root);
                done = true;
                return answer;
            }
            catch (InvalidOperationException e) when (e.Message.Contains("UTF-16", StringComparison.Ordinal))
            {
                throw new BadDocumentException($"The document: {StrictJson.HalfCharacter}");
            }
            finally
            {
                world.Options = options;
                if (!done) world.Restore(before);
                world.Webhooks.EndTrial(keep: done);
                world.Outbox.EndTrial(keep: done);
                world.Recorder.Forget();
            }
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return StrictJson.Parse(Encoding.UTF8.GetBytes(json));
        }
        catch (BadDocumentException e)
        {
            throw new BadDocumentException($"The document {e.Message}");
        }
    }

    private static string Load(OutreachFake fake, StrictObject root)
    {
        World world = fake.World;
        List<RecipientRule> rules = [.. (root.Objects("recipients") ?? []).Select(RecipientJson.Read)];
        List<Fault> faults = [.. (root.Objects("faults") ?? []).Select(FaultJson.Read)];
        for (int i = 0; i < faults.Count; i++)
            if (world.Faults.Problem(faults[i]) is (var member, var reason)) throw new BadDocumentException($"faults[{i}].{member}: {reason}.");
        Dictionary<string, JsonElement> results = new(StringComparer.Ordinal);
        IReadOnlyList<StrictObject> calls = root.Objects("calls") ?? [];
        ReadOnlyMemory<byte> answer = JsonBody.Write((fake, root, calls, results), static (writer, state) =>
        {
            writer.WriteStartObject();
            Section(state.root, "markus", writer, section => MarkusSection.Load(state.fake, section, writer));
            Section(state.root, "reachkit", writer, section => ReachkitSection.Load(state.fake, section, writer));
            Section(state.root, "mailmark", writer, section => MailmarkSection.Load(state.fake, section, writer));
            Section(state.root, "crm", writer, section => CrmSection.Load(state.fake, section, writer));

            state.root.End();
            for (int i = 0; i < state.calls.Count; i++) Call(state.fake.World, state.calls[i], $"calls[{i}]", state.results);
            writer.WriteStartObject("results");
            foreach ((string name, JsonElement result) in state.results)
            {
                writer.WritePropertyName(name);
                result.WriteTo(writer);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        foreach (RecipientRule rule in rules) world.Recipients.Add(rule);
        foreach (Fault fault in faults) world.Faults.Add(fault);
        return Encoding.UTF8.GetString(answer.Span);
    }

    private static void Section(StrictObject root, string api, Utf8JsonWriter writer, Action<StrictObject> load)
    {
        if (root.Object(api) is not { } section) return;
        writer.WriteStartObject(api);
        try
        {
            load(section);
        }
        catch (ArgumentException e)
        {
            throw new BadDocumentException($"{api}: {e.Message.Split(" (Parameter", 2)[0]}");
        }

        writer.WriteEndObject();
    }

    private static void Call(World world, StrictObject call, string place, Dictionary<string, JsonElement> results)
    {
        string name = call.NeedText("operation");
        (ApiModule Module, Operation Operation)? found = world.Modules
            .SelectMany(module => module.Operations.Select(operation => (Module: module, Operation: operation)))
            .Where(pair => pair.Operation.Name == name)
            .Select(pair => ((ApiModule, Operation)?)pair)
            .FirstOrDefault();
        if (found is not var (module, operation)) throw call.Bad("operation", $"there is no '{name}'");
        string? alias = call.Text("as");
        if (alias is not null && results.ContainsKey(alias)) throw call.Bad("as", $"'{alias}' stands for another call already");
        int expected = (int)(call.Whole("status", 100, 599) ?? 0);
        FakeRequest request = new()
        {
            Method = operation.Method.Method,
            Path = Path(module, operation, call, place, results),
            QueryString = Query(operation, call, place, results),
            Headers = [new("Authorization", "Bearer " + (call.Text("key") ?? module.DefaultKey)), new("Content-Type", "application/json")],
            Body = call.Any("body") is { } body ? Encoding.UTF8.GetBytes(Resolve(body.GetRawText(), $"{place}.body", results)) : default,
        };
        call.End();
        FakeResponse response = module.Handle(request, request.Path);
        if (expected == 0 ? response.Status is < 200 or >= 300 : response.Status != expected)
            throw new BadDocumentException($"{place}: {name} was answered {response.Status} {Encoding.UTF8.GetString(response.Body.Span)}.");
        if (alias is null) return;
        using JsonDocument answer = JsonDocument.Parse(response.Body.IsEmpty ? "null"u8.ToArray() : response.Body);
        results[alias] = answer.RootElement.Clone();
    }

    private static string Path(ApiModule module, Operation operation, StrictObject call, string place, Dictionary<string, JsonElement> results)
    {
        StrictObject? values = call.Object("path");
        IEnumerable<string> segments = operation.Path.Text.Split('/').Select(segment =>
            segment[0] != '{' ? segment : Uri.EscapeDataString(Resolve((values ?? throw call.Bad("path", "is missing")).NeedText(segment[1..^1]), $"{place}.path.{segment[1..^1]}", results, raw: true)));
        string path = string.Join('/', segments);
        values?.End();
        return module.BasePath.Length == 0 ? "/" + path : $"/{module.BasePath}/{path}";
    }

    // A service passes over query values that it does not know; in a document they are misspelled.
    private static string Query(Operation operation, StrictObject call, string place, Dictionary<string, JsonElement> results)
    {
        if (call.Object("query") is not { } query) return "";
        string api = operation.Name[..operation.Name.IndexOf('.', StringComparison.Ordinal)];
        List<string> known = [.. ContractDocument.Of(api).Operations[operation.Id].Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)];
        foreach (JsonProperty member in query.Element.EnumerateObject())
            if (!known.Contains(member.Name)) throw query.Bad(member.Name, known.Count == 0 ? $"is unknown here; {operation.Name} has no query values" : $"is unknown here; known are {string.Join(", ", known)}");
        return string.Join('&', query.Element.EnumerateObject().Select(member =>
            $"{Uri.EscapeDataString(member.Name)}={Uri.EscapeDataString(Resolve(member.Value.ToString(), $"{place}.query.{member.Name}", results, raw: true))}"));
    }

    // References stand in JSON texts, so what they lead to is put in as the inside of one.
    private static string Resolve(string text, string place, Dictionary<string, JsonElement> results, bool raw = false) => Reference().Replace(text, match =>
    {
        if (!match.Groups[1].Success) throw new BadDocumentException($"{place}: '{match.Value}' is no reference; one is ${{name.member}}, with the name that an earlier call has by 'as'.");
        string[] steps = match.Groups[1].Value.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        if (!results.TryGetValue(steps[0], out JsonElement value)) throw new BadDocumentException($"{place}: no earlier call is named '{steps[0]}'.");
        foreach (string step in steps.Skip(1))
        {
            bool there = step.StartsWith('[')
                ? value.ValueKind == JsonValueKind.Array && int.TryParse(step.Trim('[', ']'), out int at) && at < value.GetArrayLength() && (value = value[at]).ValueKind != JsonValueKind.Undefined
                : value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out value);
            if (!there) throw new BadDocumentException($"{place}: the answer of '{steps[0]}' has no '{match.Groups[1].Value[(steps[0].Length + 1)..]}'.");
        }

        string found = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return raw ? found : JsonEncodedText.Encode(found).Value;
    });

    [GeneratedRegex(@"\$\{([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+|\[[0-9]+\])*)\}|\$\{[^}""]{0,40}\}?")]
    private static partial Regex Reference();
}

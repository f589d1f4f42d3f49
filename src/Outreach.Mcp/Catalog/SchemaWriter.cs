using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.FakeServer;

namespace Outreach.Mcp;

/// <summary>Writes a contract's schemas as schemas that stand alone: references resolved, the contract's own extensions left out.</summary>
/// <param name="document">The contract.</param>
/// <param name="forAnswers">
/// Whether the schema is for answers. Clients hold results against it, so it lets pass what a living service or a trimmed result may
/// bring: new words of an enum, missing members, shorter lists.
/// </param>
/// <param name="described">References to schemas that are described elsewhere: of these only types and words are written.</param>
internal sealed class SchemaWriter(ContractDocument document, bool forAnswers, IReadOnlySet<string>? described = null)
{
    private const string SchemaPath = "#/components/schemas/";

    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "discriminator", "example", "examples", "deprecated", "xml", "externalDocs", "contentSchema" };
    private static readonly HashSet<string> LeftOutOfAnswers = new(StringComparer.Ordinal)
    {
        "required", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "minProperties", "maxProperties", "default", "format",
        "additionalProperties",
    };

    private readonly List<string> _open = [];
    private bool _isBrief;
    private readonly Dictionary<string, JsonNode> _definitions = new(StringComparer.Ordinal);

    /// <summary>The schemas that contain themselves, for <c>$defs</c>; null when there is none.</summary>
    public JsonObject? Definitions()
    {
        if (_definitions.Count == 0) return null;
        JsonObject definitions = [];
        foreach ((string name, JsonNode schema) in _definitions) definitions[name] = schema.DeepClone();
        return definitions;
    }

    /// <summary>Writes a schema.</summary>
    public JsonNode Write(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) return JsonNode.Parse(schema.GetRawText())!;
        if (!schema.TryGetProperty("$ref", out JsonElement reference)) return WriteObject(schema);

        string name = reference.GetString()!.Replace(SchemaPath, "", StringComparison.Ordinal);
        if (_open.Contains(name))
        {
            _definitions.TryAdd(name, new JsonObject());
            return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        }

        bool wasBrief = _isBrief;
        _isBrief |= described?.Contains(reference.GetString()!) == true;
        _open.Add(name);
        JsonNode written = Write(document.Resolve(schema));
        _open.RemoveAt(_open.Count - 1);
        _isBrief = wasBrief;
        if (_definitions.ContainsKey(name)) _definitions[name] = written.DeepClone();
        // What stands beside a reference is more exact than what it leads to.
        if (written is JsonObject target)
            foreach (JsonProperty beside in schema.EnumerateObject())
                if (beside.Name != "$ref" && Keeps(beside.Name)) target[beside.Name] = WriteKeyword(beside);
        return written;
    }

    private JsonObject WriteObject(JsonElement schema)
    {
        JsonObject written = [];
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            if (forAnswers && keyword.Name is "enum" or "const") continue;
            if (Keeps(keyword.Name)) written[forAnswers && keyword.Name == "oneOf" ? "anyOf" : keyword.Name] = WriteKeyword(keyword);
        }

        if (forAnswers && schema.TryGetProperty("enum", out JsonElement words))
            written["description"] = $"{written["description"]} Known values: {string.Join(", ", words.EnumerateArray().Select(word => word.ToString()))}.".TrimStart();
        if (!forAnswers && schema.TryGetProperty("example", out JsonElement example)) written["examples"] = new JsonArray(JsonNode.Parse(example.GetRawText()));
        return written;
    }

    private JsonNode? WriteKeyword(JsonProperty keyword)
    {
        switch (keyword.Name)
        {
            case "properties" or "patternProperties":
                JsonObject members = [];
                foreach (JsonProperty member in keyword.Value.EnumerateObject()) members[member.Name] = Write(member.Value);
                return members;
            case "anyOf" or "oneOf" or "allOf":
                return new JsonArray([.. keyword.Value.EnumerateArray().Select(Write)]);
            case "items" or "additionalProperties" or "not" or "propertyNames" when keyword.Value.ValueKind == JsonValueKind.Object:
                return Write(keyword.Value);
            default:
                return JsonNode.Parse(keyword.Value.GetRawText());
        }
    }

    private bool Keeps(string keyword)
        => !keyword.StartsWith("x-", StringComparison.Ordinal) && !LeftOut.Contains(keyword) && !(forAnswers && LeftOutOfAnswers.Contains(keyword)) && !(_isBrief && keyword == "description");
}

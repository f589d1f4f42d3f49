using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>An operation as a tool: everything that a client is shown is derived from the client's operation and the contract's.</summary>
internal sealed class OperationTool
{
    /// <summary>The argument that asks for all pages of a list.</summary>
    public const string AllPages = "all_pages";

    /// <summary>The member that holds an answer that is a bare list.</summary>
    public const string ListMember = "items";

    private readonly string? _tenantId;
    private readonly Lazy<JsonElement> _input;
    private readonly Lazy<Tool> _tool;

    /// <summary>Makes a tool.</summary>
    /// <param name="operation">The client's operation.</param>
    /// <param name="contract">The contract's.</param>
    /// <param name="withApi">Whether name and title begin with the API.</param>
    /// <param name="isLive">Whether calls leave the machine.</param>
    /// <param name="tenantId">The tenant that stands in for a missing one; null for none.</param>
    public OperationTool(Operation operation, ContractOperation contract, bool withApi, bool isLive, string? tenantId)
    {
        _tenantId = tenantId;
        Operation = operation;
        Contract = contract;
        Name = ToolNames.Of(operation, withApi);
        Effect = ToolEffects.Of(operation);
        Category = contract.Json.TryGetProperty("x-group", out JsonElement group) ? group.GetString()! : contract.Json.GetProperty("tags")[0].GetString()!;
        Paging = PagingPlan.Of(contract);
        Batch = BatchPlan.Of(operation);
        _input = new(Input);
        _tool = new(() => Describe(withApi, isLive));
    }

    public Operation Operation { get; }

    public ContractOperation Contract { get; }

    /// <summary>The tool's name.</summary>
    public string Name { get; }

    /// <summary>The category of Markus' documentation; the resource in the other APIs.</summary>
    public string Category { get; }

    public ToolEffect Effect { get; }

    /// <summary>How the list goes on; null when it is not paged.</summary>
    public PagingPlan? Paging { get; }

    /// <summary>How a long import is cut; null when the operation is none.</summary>
    public BatchPlan? Batch { get; }

    /// <summary>The tool as clients see it.</summary>
    public Tool Tool => _tool.Value;

    /// <summary>The schema of the arguments.</summary>
    public JsonElement InputSchema => _input.Value;

    private Tool Describe(bool withApi, bool isLive)
    {
        string summary = Contract.Json.GetProperty("summary").GetString()!;
        string title = withApi ? $"{char.ToUpperInvariant(Operation.Api[0])}{Operation.Api[1..]}: {summary}" : summary;
        return new Tool
        {
            Name = Name,
            Title = title,
            Description = Description(),
            InputSchema = InputSchema,
            OutputSchema = Output(),
            Annotations = new ToolAnnotations
            {
                Title = title,
                ReadOnlyHint = Effect == ToolEffect.Reads,
                DestructiveHint = Effect == ToolEffect.Commits,
                IdempotentHint = Operation.RetryClass == RetryClass.Safe,
                OpenWorldHint = isLive,
            },
            Meta = new JsonObject
            {
                ["outreach/operation"] = Operation.Name,
                ["outreach/category"] = Category,
                ["outreach/effect"] = Effect switch { ToolEffect.Reads => "reads", ToolEffect.Changes => "changes", _ => "sends, charges or deletes" },
            },
        };
    }

    private string Description()
    {
        List<string> parts = [Contract.Json.GetProperty("description").GetString()!.Trim()];
        if (BodySchema() is { } body && Alternatives(body) is { } alternatives) parts.Add(alternatives);
        if (Operation.Scope is { } scope) parts.Add(scope == "*" ? "Needs a key with full access." : $"Needs scope {scope}.");
        if (Paging is { } paging) parts.Add($"One page of {paging.DefaultSize} unless {paging.SizeParam} says otherwise; {paging.Param} leads on, {AllPages} fetches on by itself.");
        if (Batch is { } batch) parts.Add($"More than {batch.Most} {batch.Member} are sent in batches of {batch.Most}.");
        return string.Join(" ", parts);
    }

    private JsonElement Input()
    {
        SchemaWriter writer = new(Contract.Document, forAnswers: false);
        JsonObject properties = [];
        JsonArray required = [];
        JsonObject example = [];
        foreach (JsonElement parameter in Contract.Parameters)
        {
            string name = parameter.GetProperty("name").GetString()!;
            JsonNode schema = writer.Write(parameter.GetProperty("schema"));
            if (schema is JsonObject described && parameter.TryGetProperty("description", out JsonElement description)) described["description"] = description.GetString();
            properties[name] = schema;
            bool isRequired = parameter.TryGetProperty("required", out JsonElement flag) && flag.GetBoolean() && !(name == "tenantId" && _tenantId is not null);
            if (isRequired) required.Add(name);
            if (isRequired && parameter.TryGetProperty("example", out JsonElement value)) example[name] = JsonNode.Parse(value.GetRawText());
        }

        if (BodySchema() is { } body)
        {
            if (body.TryGetProperty("properties", out JsonElement members))
                foreach (JsonProperty member in members.EnumerateObject()) properties[member.Name] = writer.Write(member.Value);
            if (body.TryGetProperty("required", out JsonElement names))
                foreach (JsonElement name in names.EnumerateArray())
                    if (!(name.GetString() == "tenantId" && _tenantId is not null)) required.Add(name.GetString());
            if (Example() is { } given)
                foreach (JsonProperty member in given.EnumerateObject()) example[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        if (_tenantId is not null && properties["tenantId"] is JsonObject tenant) tenant["default"] = _tenantId;
        if (Batch is { } batch && properties[batch.Member] is JsonObject rows)
        {
            rows.Remove("maxItems");
            rows["description"] = "The rows, at least 1.";
        }

        if (Paging is not null) properties[AllPages] = new JsonObject { ["type"] = "boolean", ["description"] = "Fetches page after page until the list ends or the result is full.", ["default"] = false };
        JsonObject input = new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0) input["required"] = required;
        if (writer.Definitions() is { } definitions) input["$defs"] = definitions;
        if (example.Count > 0 && required.All(name => example.ContainsKey(name!.GetValue<string>()))) input["examples"] = new JsonArray(example);
        return JsonSerializer.SerializeToElement(input);
    }

    private JsonElement? Output()
    {
        if (Operation.IsFile)
        {
            return JsonElement.Parse("""
                {"type":"object","properties":{"file_name":{"type":["string","null"]},"content_type":{"type":"string"},"length":{"type":"integer","description":"Bytes."},"content":{"type":"string","description":"The bytes in Base64."}}}
                """);
        }

        if (Contract.Statuses.Where(status => status < 300).Select(Contract.ResponseBody).FirstOrDefault(body => body is not null) is not { } media) return null;
        SchemaWriter writer = new(Contract.Document, forAnswers: true, Effect == ToolEffect.Reads ? null : ReadSchemas.Of(Contract.Document));
        JsonNode written = writer.Write(media.GetProperty("schema"));
        JsonObject output = written as JsonObject ?? [];
        if (output["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "array")
            output = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [ListMember] = output } };
        // What can be a list or an object is put into a member only when it is a list.
        if (output["anyOf"] is JsonArray choices && choices.Any(choice => choice?["type"]?.ToString() == "array")) output.Remove("anyOf");
        output["type"] = "object";
        if (writer.Definitions() is { } definitions) output["$defs"] = definitions;
        return JsonSerializer.SerializeToElement(output);
    }

    private JsonElement? BodySchema() => Contract.RequestBody is { } body ? Contract.Document.Resolve(body.GetProperty("schema")) : null;

    // Many clients accept no combinators at the root of an input schema, so these are said in words.
    private static string? Alternatives(JsonElement body)
    {
        foreach (string word in (ReadOnlySpan<string>)["anyOf", "oneOf"])
        {
            if (!body.TryGetProperty(word, out JsonElement choices)) continue;
            string[] sets = [.. choices.EnumerateArray().Where(choice => choice.TryGetProperty("required", out _))
                .Select(choice => string.Join(" and ", choice.GetProperty("required").EnumerateArray().Select(name => name.GetString())))];
            if (sets.Length > 0) return $"Needs {(word == "anyOf" ? "at least" : "exactly")} one of: {string.Join("; ", sets)}.";
        }

        return null;
    }

    private JsonElement? Example()
    {
        JsonElement media = Contract.RequestBody!.Value;
        if (media.TryGetProperty("example", out JsonElement example)) return AsObject(Contract.Document.Resolve(example));
        if (!media.TryGetProperty("examples", out JsonElement examples)) return null;
        foreach (JsonProperty named in examples.EnumerateObject())
            if (Contract.Document.Resolve(named.Value).TryGetProperty("value", out JsonElement value)) return AsObject(value);
        return null;

        static JsonElement? AsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value : null;
    }
}

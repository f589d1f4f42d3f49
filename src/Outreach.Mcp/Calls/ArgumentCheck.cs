using System.Text.Json;

namespace Outreach.Mcp;

/// <summary>
/// What is wrong with a tool's arguments before anything is sent: names that do not exist, ones that lack, values of another type.
/// Bounds and words are left to the service, which knows its own rules best.
/// </summary>
internal static class ArgumentCheck
{
    public static IReadOnlyList<string> Problems(OperationTool tool, JsonElement arguments)
    {
        List<string> problems = [];
        JsonElement properties = tool.InputSchema.GetProperty("properties");
        foreach (JsonProperty argument in arguments.EnumerateObject())
        {
            if (!properties.TryGetProperty(argument.Name, out JsonElement schema))
            {
                string[] near = [.. ToolNames.Nearest(argument.Name, properties.EnumerateObject().Select(property => property.Name)).Take(1)];
                problems.Add($"'{Short(argument.Name)}' is no argument of this tool{(near.Length > 0 ? $"; did you mean '{near[0]}'?" : $"; it takes {Names(properties)}.")}");
            }
            else if (!IsOfType(argument.Value, schema, isText: !IsInBody(tool, argument.Name)))
            {
                problems.Add($"'{argument.Name}' must be {Type(schema)}, not {Kind(argument.Value)}.");
            }
        }

        if (tool.InputSchema.TryGetProperty("required", out JsonElement required))
        {
            foreach (JsonElement name in required.EnumerateArray())
            {
                if (arguments.TryGetProperty(name.GetString()!, out _)) continue;
                JsonElement schema = properties.GetProperty(name.GetString()!);
                string what = schema.TryGetProperty("description", out JsonElement description) ? $": {description}" : ".";
                problems.Add($"'{name}' is missing{what}{(schema.TryGetProperty("enum", out JsonElement words) ? $" One of {string.Join(", ", words.EnumerateArray())}." : "")}");
            }
        }

        return problems;
    }

    private static bool IsInBody(OperationTool tool, string name)
        => name == OperationTool.AllPages || !tool.Contract.Parameters.Any(parameter => parameter.GetProperty("name").GetString() == name);

    private static bool IsOfType(JsonElement value, JsonElement schema, bool isText)
    {
        if (!schema.TryGetProperty("type", out JsonElement type)) return true;
        // In an address everything is text: "5" and 5 are the same there.
        if (isText && value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null) return !IsOnly(type, "array") && !IsOnly(type, "object");
        if (isText && value.ValueKind is JsonValueKind.True or JsonValueKind.False) return Words(type).Any(word => word is "boolean" or "string");
        return Words(type).Any(word => word switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number == Math.Floor(number),
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => true,
        });
    }

    private static bool IsOnly(JsonElement type, string word) => type.ValueKind == JsonValueKind.String && type.GetString() == word;

    private static IEnumerable<string> Words(JsonElement type)
        => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(word => word.GetString()!) : [type.GetString()!];

    private static string Type(JsonElement schema) => string.Join(" or ", Words(schema.GetProperty("type")).Select(word => word switch
    {
        "integer" => "a whole number",
        "array" => "a list",
        "object" => "an object",
        "string" => "a text",
        "number" => "a number",
        "boolean" => "true or false",
        _ => word,
    }));

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static string Names(JsonElement properties)
    {
        string[] names = [.. properties.EnumerateObject().Select(property => property.Name)];
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

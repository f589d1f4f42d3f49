using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>
/// What of the fake is inferred and not published: the ledgers of the contracts (the last section of each behaviour document)
/// and the parts of the OpenAPI documents that say so themselves.
/// </summary>
public static class FidelityLedger
{
    /// <summary>The ledgers' rules, API by API.</summary>
    public static IReadOnlyList<FidelityRule> Rules { get; } = [.. ContractDocument.Apis.SelectMany(ReadRules)];

    /// <summary>The inferred parts of the documents, API by API.</summary>
    public static IReadOnlyList<FidelityPart> Parts { get; } = [.. ContractDocument.Apis.SelectMany(ReadParts)];

    /// <summary>How many parts of an API's document say that they are inferred, published or from the seed.</summary>
    public static IReadOnlyDictionary<string, int> Sources(string api)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        Walk(ContractDocument.Of(api).Root, "", (node, _) =>
        {
            if (node.TryGetProperty("x-source", out JsonElement source) && source.ValueKind == JsonValueKind.String) counts[source.GetString()!] = counts.GetValueOrDefault(source.GetString()!) + 1;
        });
        return counts;
    }

    private static IEnumerable<FidelityRule> ReadRules(string api)
    {
        using StreamReader reader = new(ContractDocument.OpenText($"{api}.md"));
        string text = reader.ReadToEnd();
        int section = text.LastIndexOf("\n## ", StringComparison.Ordinal);
        string[] columns = [];
        foreach (string line in text[(section + 1)..].Split('\n').Skip(1).Select(line => line.Trim()))
        {
            if (line.StartsWith('|'))
            {
                string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
                if (cells[0] == "#") columns = cells;
                else if (cells[0].Length > 0 && char.IsAsciiDigit(cells[0][0])) yield return new FidelityRule(api, cells[0], Join(columns, cells));
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]) && line.IndexOf(". ", StringComparison.Ordinal) is > 0 and < 5 and var dot) yield return new FidelityRule(api, line[..dot], line[(dot + 2)..]);
        }
    }

    private static string Join(string[] columns, string[] cells)
        => string.Join("; ", cells.Skip(1).Select((cell, i) => i == 0 || i + 1 >= columns.Length ? cell : $"{columns[i + 1]}: {cell}"));

    private static List<FidelityPart> ReadParts(string api)
    {
        List<FidelityPart> parts = [];
        Walk(ContractDocument.Of(api).Root, "", (node, place) =>
        {
            bool all = Is(node, "x-source");
            if (!all && !Is(node, "x-wire-source")) return;
            string? note = node.TryGetProperty("x-source-note", out JsonElement text) ? text.GetString() : null;
            parts.Add(new FidelityPart(api, place, all ? "all" : "wire", note));
        });
        return parts;
    }

    private static bool Is(JsonElement node, string member) => node.TryGetProperty(member, out JsonElement source) && source.ValueKind == JsonValueKind.String && source.GetString() == "inferred";

    private static void Walk(JsonElement node, string place, Action<JsonElement, string> visit)
    {
        if (node.ValueKind == JsonValueKind.Object)
        {
            visit(node, place);
            foreach (JsonProperty member in node.EnumerateObject())
                if (member.Name is not ("example" or "examples")) Walk(member.Value, Below(place, member.Name), visit);
        }
        else if (node.ValueKind == JsonValueKind.Array)
        {
            int i = 0;
            foreach (JsonElement item in node.EnumerateArray()) Walk(item, Below(place, Name(item, i++)), visit);
        }
    }

    private static string Name(JsonElement item, int i)
        => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : $"{i}";

    private static string Below(string place, string name) => place.Length == 0 ? name : $"{place} {name}";
}

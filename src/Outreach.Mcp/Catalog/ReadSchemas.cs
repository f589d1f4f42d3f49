using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Outreach.FakeServer;

namespace Outreach.Mcp;

/// <summary>
/// The schemas of what an API's reading operations answer. The tools that read describe them member by member; the tools that change the
/// same things answer with them too and need not say it all again, which would be a fifth of the whole list of tools.
/// </summary>
internal static class ReadSchemas
{
    private static readonly ConcurrentDictionary<string, FrozenSet<string>> Known = new(StringComparer.Ordinal);

    /// <summary>The references to them.</summary>
    public static FrozenSet<string> Of(ContractDocument document) => Known.GetOrAdd(document.Api, static (_, document) =>
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (ContractOperation operation in document.Operations.Values.Where(operation => operation.Method == "GET"))
            foreach (int status in operation.Statuses.Where(status => status < 300))
                if (operation.ResponseBody(status) is { } body) Collect(document, body, found);
        return found.ToFrozenSet(StringComparer.Ordinal);
    }, document);

    private static void Collect(ContractDocument document, JsonElement node, HashSet<string> found)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray()) Collect(document, item, found);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in node.EnumerateObject())
            {
                if (member is { Name: "$ref", Value.ValueKind: JsonValueKind.String })
                {
                    if (found.Add(member.Value.GetString()!)) Collect(document, document.Resolve(node), found);
                }
                else
                {
                    Collect(document, member.Value, found);
                }
            }
        }
    }
}

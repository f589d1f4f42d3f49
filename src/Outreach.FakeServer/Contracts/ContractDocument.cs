using System.Collections.Concurrent;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>One API's OpenAPI document, read from the copy that the assembly carries.</summary>
internal sealed class ContractDocument
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private static readonly ConcurrentDictionary<string, ContractDocument> Loaded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ContractOperation> _operations = new(StringComparer.Ordinal);

    private ContractDocument(string api, Stream stream)
    {
        Api = api;
        Root = JsonDocument.Parse(stream).RootElement;
        foreach (JsonProperty path in Root.GetProperty("paths").EnumerateObject())
        {
            foreach (string method in Methods)
            {
                if (!path.Value.TryGetProperty(method, out JsonElement operation)) continue;
                ContractOperation read = new(this, path.Name, method.ToUpperInvariant(), operation);
                _operations.Add(read.Id, read);
            }
        }
    }

    /// <summary>The APIs that have a contract.</summary>
    public static IReadOnlyList<string> Apis { get; } = ["markus", "reachkit", "mailmark", "crm"];

    /// <summary>The API in lower case.</summary>
    public string Api { get; }

    /// <summary>The whole document.</summary>
    public JsonElement Root { get; }

    /// <summary>The operations by operationId.</summary>
    public IReadOnlyDictionary<string, ContractOperation> Operations => _operations;

    /// <summary>The document of an API; read once for all worlds.</summary>
    public static ContractDocument Of(string api) => Loaded.GetOrAdd(api, static name =>
    {
        using Stream stream = OpenText($"{name}.openapi.json");
        return Read(name, stream);
    });

    /// <summary>Reads a document that is none of the contracts'.</summary>
    public static ContractDocument Read(string name, Stream stream) => new(name, stream);

    /// <summary>A file of the contracts, such as <c>markus.md</c>.</summary>
    public static Stream OpenText(string file)
        => typeof(ContractDocument).Assembly.GetManifestResourceStream($"contracts/{file}") ?? throw new ArgumentException($"The contracts have no '{file}'.", nameof(file));

    /// <summary>A named schema.</summary>
    public JsonElement Schema(string name) => Root.GetProperty("components").GetProperty("schemas").GetProperty(name);

    /// <summary>What a reference leads to; the node itself when it is none.</summary>
    public JsonElement Resolve(JsonElement node)
    {
        while (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("$ref", out JsonElement reference))
        {
            JsonElement target = Root;
            foreach (string step in reference.GetString()![2..].Split('/'))
                target = target.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
            node = target;
        }

        return node;
    }
}

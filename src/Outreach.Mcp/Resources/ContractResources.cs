using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Outreach.FakeServer;

namespace Outreach.Mcp;

/// <summary>What an agent can read about the APIs: how each behaves, and what its error codes mean.</summary>
internal sealed class ContractResources
{
    private readonly List<(Resource Resource, Func<string> Read)> _resources = [];

    /// <summary>The resources of the APIs that are served.</summary>
    public ContractResources(IReadOnlyList<string> apis)
    {
        foreach (string api in apis)
        {
            string name = char.ToUpperInvariant(api[0]) + api[1..];
            Add($"outreach://{api}/behaviour", $"{api}-behaviour", $"{name}: how it behaves", "Identity, resources and rules, state machines, side effects, schedules, limits, webhooks.", "text/markdown", () => File($"{api}.md"));
            Add($"outreach://{api}/errors", $"{api}-errors", $"{name}: error codes", "Every error code with its status, its meaning and when it comes.", "text/markdown", () => Errors(api, name));
        }

        if (apis.Contains("crm")) Add("outreach://crm/graphql", "crm-graphql", "Crm: GraphQL schema", "The schema behind the GraphQL tool.", "text/plain", () => File("crm.graphql"));
    }

    /// <summary>The resources.</summary>
    public IReadOnlyList<Resource> List => [.. _resources.Select(entry => entry.Resource)];

    /// <summary>Reads one.</summary>
    /// <exception cref="McpProtocolException">There is none at the address.</exception>
    public ReadResourceResult Read(string? uri)
    {
        foreach ((Resource resource, Func<string> read) in _resources)
        {
            if (resource.Uri == uri)
                return new ReadResourceResult { Contents = [new TextResourceContents { Uri = resource.Uri, MimeType = resource.MimeType, Text = read() }] };
        }

        throw new McpProtocolException($"There is no resource at this address; there are {string.Join(", ", _resources.Select(entry => entry.Resource.Uri))}.", McpErrorCode.ResourceNotFound);
    }

    private void Add(string uri, string name, string title, string description, string type, Func<string> read)
        => _resources.Add((new Resource { Uri = uri, Name = name, Title = title, Description = description, MimeType = type }, read));

    private static string File(string name)
    {
        using StreamReader reader = new(ContractDocument.OpenText(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Errors(string api, string name)
    {
        StringBuilder text = new($"# Error codes of {name}\n\n| code | status | meaning | when |\n|---|---|---|---|\n");
        foreach (JsonElement entry in ContractDocument.Of(api).Root.GetProperty("x-error-code-catalog").EnumerateArray())
        {
            string when = entry.TryGetProperty("condition", out JsonElement condition) ? condition.ToString() : "";
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(entry.GetProperty("code").ToString())} | {entry.GetProperty("http")} | {Cell(entry.GetProperty("description").ToString())} | {Cell(when)} |\n");
        }

        return text.ToString();

        static string Cell(string value) => value.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
    }
}

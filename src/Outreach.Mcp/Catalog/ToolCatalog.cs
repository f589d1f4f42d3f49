using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Mailmark;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;

namespace Outreach.Mcp;

/// <summary>The operations of the APIs that are served, as tools, and which of them are shown.</summary>
internal sealed class ToolCatalog
{
    private readonly McpSettings _settings;
    private readonly Dictionary<string, OperationTool> _byName;

    /// <summary>Makes the catalogue.</summary>
    /// <param name="settings">What is wanted.</param>
    /// <param name="apis">The APIs that are served.</param>
    /// <param name="tenantId">The tenant of Crm that stands in; null for none.</param>
    /// <exception cref="UsageException">A category that is wanted does not exist.</exception>
    public ToolCatalog(McpSettings settings, IReadOnlyList<string> apis, string? tenantId)
    {
        _settings = settings;
        Apis = apis;
        Tools =
        [
            .. apis.SelectMany(api => Operations(api).Select(operation
                => new OperationTool(operation, ContractDocument.Of(api).Operations[operation.Id], apis.Count > 1, !settings.Fake, api == "crm" ? tenantId : null))),
        ];
        _byName = Tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
        foreach (string category in settings.Categories)
        {
            if (!Tools.Any(tool => IsSame(tool.Category, category)))
                throw new UsageException($"There is no category '{category}'; there are {string.Join(", ", Tools.Select(tool => tool.Category).Distinct())}.");
        }
    }

    /// <summary>The APIs that are served.</summary>
    public IReadOnlyList<string> Apis { get; }

    /// <summary>All operations of the APIs, shown or not.</summary>
    public IReadOnlyList<OperationTool> Tools { get; }

    /// <summary>The operations of an API, as the client has them.</summary>
    public static IReadOnlyList<Operation> Operations(string api) => api switch
    {
        "markus" => MarkusClient.Operations,
        "reachkit" => ReachkitClient.Operations,
        "mailmark" => MailmarkClient.Operations,
        "crm" => CrmClient.Operations,
        _ => throw new ArgumentException($"There is no API '{api}'.", nameof(api)),
    };

    /// <summary>The tool of a name, shown or not; null when there is none.</summary>
    public OperationTool? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The name of an operation's tool; null when its API is not served.</summary>
    public string? NameOf(string operation) => Tools.FirstOrDefault(tool => tool.Operation.Name == operation)?.Name;

    /// <summary>The tools that are shown to a key with certain scopes.</summary>
    /// <param name="scopes">The scopes of Markus' key; null when unknown.</param>
    public IReadOnlyList<OperationTool> Shown(IReadOnlyCollection<string>? scopes) => [.. Tools.Where(tool => Refusal(tool, scopes) is null)];

    /// <summary>Why a tool is not shown and cannot be called; null when it can.</summary>
    public string? Refusal(OperationTool tool, IReadOnlyCollection<string>? scopes)
    {
        if (_settings.ReadOnly && tool.Effect != ToolEffect.Reads) return "This server was started with --read-only.";
        if (!_settings.AllowWrites && tool.Effect == ToolEffect.Commits)
            return "This operation sends, charges or deletes, and the server was started without --allow-writes. Ask the user to start it with that option.";
        if (_settings.Categories.Count > 0 && !_settings.Categories.Any(category => IsSame(tool.Category, category))) return $"The category '{tool.Category}' is not among those that this server was started with.";
        if (scopes is not null && tool.Operation is { Api: "markus", Scope: { } scope } && !scopes.Contains("*") && !scopes.Contains(scope))
            return $"The key lacks the scope {scope}.";
        return null;
    }

    private static bool IsSame(string category, string wanted) => Plain(category) == Plain(wanted);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

using System.Text.Json.Serialization;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Mailmark;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;

namespace Outreach.Contract.Tests;

/// <summary>One API as the tests see it: its document, its client type and its JSON context.</summary>
internal sealed record Api(string Name, Type ClientType, IReadOnlyList<Operation> Operations, JsonSerializerContext Json)
{
    public static IReadOnlyDictionary<string, Api> All { get; } = new Dictionary<string, Api>
    {
        ["markus"] = new("markus", typeof(MarkusClient), MarkusClient.Operations, MarkusJson.Default),
        ["reachkit"] = new("reachkit", typeof(ReachkitClient), ReachkitClient.Operations, ReachkitJson.Default),
        ["mailmark"] = new("mailmark", typeof(MailmarkClient), MailmarkClient.Operations, MailmarkJson.Default),
        ["crm"] = new("crm", typeof(CrmClient), CrmClient.Operations, CrmJson.Default),
    };

    public ContractDocument Document => ContractDocument.Of(Name);

    /// <summary>The path of the document's server address; below it the contract's paths begin.</summary>
    public string BasePath => new Uri(Document.Root.GetProperty("servers")[0].GetProperty("url").GetString()!.Replace("{baseUrl}", "https://crm.example", StringComparison.Ordinal)).AbsolutePath.TrimEnd('/');

    /// <summary>The names of all 198 operations.</summary>
    public static TheoryData<string> EveryOperation => [.. All.Values.SelectMany(api => api.Document.Operations.Values).Select(operation => operation.Name)];

    /// <summary>The four APIs.</summary>
    public static TheoryData<string> EveryApi => [.. All.Keys];

    /// <summary>Finds an operation of a document by its name.</summary>
    public static (Api Api, ContractOperation Operation) Find(string name)
    {
        Api api = All[name[..name.IndexOf('.', StringComparison.Ordinal)]];
        return (api, api.Document.Operations[name[(api.Name.Length + 1)..]]);
    }

    /// <summary>The operation of the client; fails the test when there is none.</summary>
    public Operation ClientOperation(string id) => Operations.Should().ContainSingle(operation => operation.Id == id).Subject;
}

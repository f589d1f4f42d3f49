using Outreach.Sdk;

namespace Outreach.FakeServer.Mailmark;

/// <summary>One call of an operation.</summary>
internal sealed class MailmarkCall(MailmarkService service, FakeRequest request, Operation operation, KeyRow key, string rest)
    : ApiCall(service.World, request, operation, [rest])
{
    /// <summary>The rules and rows of the world.</summary>
    public MailmarkService Service => service;

    /// <summary>The tables.</summary>
    public MailmarkState State => service.State;

    /// <summary>The key that calls.</summary>
    public KeyRow Key => key;

    /// <summary>What follows the operation's own path, decoded; empty where nothing does.</summary>
    public string Rest { get; } = Uri.UnescapeDataString(rest);

    /// <summary>What follows the operation's own path, part by part, decoded.</summary>
    public IReadOnlyList<string> Parts => [.. rest.Split('/').Select(Uri.UnescapeDataString)];

    /// <summary>The domain of a key that has one; operations that need it are refused to others before they begin.</summary>
    public string DomainId => key.DomainId!;

    /// <summary>Whether the answer is one for each domain of the account.</summary>
    public bool IsOrg => key.DomainId is null || key.Scope == "org";

    /// <summary>The domains that an analytics call is about: the key's own, or all of the account that the filter names.</summary>
    public IEnumerable<DomainRow> DomainsInScope()
        => State.DomainsOfUser[key.UserId].Where(domain => string.IsNullOrEmpty(Query("domain")) || domain.Name == Query("domain"));

    /// <summary>The present time in Unix milliseconds.</summary>
    public long NowMs => Now.ToUnixTimeMilliseconds();

    /// <summary>The body.</summary>
    public MailmarkBody Body() => MailmarkBody.Read(Request) ?? throw MailmarkErrors.InvalidJson();
}

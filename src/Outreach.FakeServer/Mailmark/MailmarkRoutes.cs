using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>
/// Mailmark's routes. Like the service's own router it knows exact paths and path prefixes only: what follows a prefix, empty
/// or with further slashes, is the endpoint's to judge.
/// </summary>
internal static class MailmarkRoutes
{
    private static readonly Dictionary<string, Route<MailmarkCall>> Exact = new(StringComparer.Ordinal);
    private static readonly List<(string Prefix, Route<MailmarkCall> Route)> Prefixes = [];

    static MailmarkRoutes()
    {
        MailboxesEndpoints.Map(Map);
        SenderGroupsEndpoints.Map(Map);
        EmailsEndpoints.Map(Map);
        ContactsEndpoints.Map(Map);
        SequencesEndpoints.Map(Map);
        DomainHealthEndpoints.Map(Map);
        WarmupEndpoints.Map(Map);
        BouncesEndpoints.Map(Map);
        SuppressionsEndpoints.Map(Map);
        CampaignStatsEndpoints.Map(Map);
    }

    /// <summary>Finds the route of a request and what follows its own path; HEAD runs GET.</summary>
    public static (Route<MailmarkCall>? Route, string Tail) Match(string method, string path)
    {
        string request = $"{(method == "HEAD" ? "GET" : method)} {path}";
        if (Exact.TryGetValue(request, out Route<MailmarkCall>? route)) return (route, "");
        foreach ((string prefix, Route<MailmarkCall> known) in Prefixes)
            if (request.StartsWith(prefix, StringComparison.Ordinal)) return (known, request[prefix.Length..]);
        return (null, "");
    }

    private static void Map(string operationId, Func<MailmarkCall, FakeResponse> endpoint)
    {
        Operation operation = MailmarkClient.Operations.First(operation => operation.Id == operationId);
        Route<MailmarkCall> route = new(operation, endpoint);
        string template = operation.Path.Text;
        int parameter = template.IndexOf('{', StringComparison.Ordinal);
        if (parameter < 0) Exact.Add($"{operation.Method.Method} /{template}", route);
        else Prefixes.Add(($"{operation.Method.Method} /{template[..parameter]}", route));
    }
}

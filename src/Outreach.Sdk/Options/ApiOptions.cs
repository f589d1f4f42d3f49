using System.Diagnostics;

namespace Outreach.Sdk;

/// <summary>How one API is reached.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiOptions
{
    private protected ApiOptions() { }

    /// <summary>The key, which is sent to this API only; null when the API is not used.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>Where the API is; null for its published address. A trailing slash is added when it lacks.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Paths that replace those of the contract, by operationId, such as <c>["credits.balance"] = "credits"</c>: corrects an
    /// inferred path without a new release. The path is relative to the base address and has the same parameters in braces.
    /// </summary>
    public IDictionary<string, string> Routes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal abstract ApiProfile Profile { get; }

    internal virtual bool IsSet => ApiKey is not null;

    internal virtual Uri? Address => BaseAddress is null ? Profile.BaseAddress : WithSlash(BaseAddress);

    /// <summary>Name and address of the API; no key.</summary>
    public override string ToString() => $"{Profile.DisplayName} ({(IsSet ? Address?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) ?? "no address" : "not set up")})";

    /// <summary>What is wrong with the options, in words that never hold a key.</summary>
    internal virtual IEnumerable<string> Problems()
    {
        string name = Profile.DisplayName;
        if (ApiKey is not null && !Credential.IsWellFormed(ApiKey))
            yield return $"{name}.ApiKey is blank or holds white space, control or non-ASCII characters.";
        if (BaseAddress is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0))
            yield return $"{name}.BaseAddress must be an absolute http or https address without user, query and fragment.";
        foreach ((string id, string path) in Routes)
        {
            if (RouteProblem(id, path) is { } problem) yield return $"{name}.Routes[\"{id}\"]: {problem}";
        }
    }

    internal Dictionary<Operation, PathTemplate>? Overrides()
    {
        if (Routes.Count == 0) return null;
        Dictionary<Operation, PathTemplate> overrides = [];
        foreach (Operation operation in Profile.Operations())
            if (Routes.TryGetValue(operation.Id, out string? path)) overrides.Add(operation, new PathTemplate(path));
        return overrides;
    }

    private protected static Uri WithSlash(Uri address)
        => address.IsAbsoluteUri && !address.AbsolutePath.EndsWith('/') ? new Uri(address.GetLeftPart(UriPartial.Path) + "/") : address;

    private string? RouteProblem(string id, string path)
    {
        Operation? operation = Profile.Operations().FirstOrDefault(o => o.Id == id);
        if (operation is null) return $"{Profile.DisplayName} has no operation of this id.";
        try
        {
            PathTemplate template = new(path);
            return template.Parameters.Order(StringComparer.Ordinal).SequenceEqual(operation.Path.Parameters.Order(StringComparer.Ordinal))
                ? null
                : $"the path must have the parameters of '{operation.Path}'.";
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}

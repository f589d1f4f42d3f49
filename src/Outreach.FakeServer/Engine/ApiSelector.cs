namespace Outreach.FakeServer;

/// <summary>
/// Which of the four services a request is for. A path prefix (<c>/markus/…</c>) says it; else the live service's host; else,
/// for a client whose base address was merely pointed at the fake, the form of the credential and the routes that know the path.
/// </summary>
internal static class ApiSelector
{
    /// <summary>The service, and the path below its host.</summary>
    public static (ApiModule Module, string Path) Select(World world, FakeRequest request)
    {
        string path = request.Path;
        foreach (ApiModule module in world.Modules)
            if (HasPrefix(path, module)) return (module, Below(path, module));

        foreach (ApiModule module in world.Modules)
            if (module.Hosts.Contains(request.Host, StringComparer.OrdinalIgnoreCase)) return (module, path);

        foreach (ApiModule module in world.Modules)
            if (module.Serves(path)) return (module, path);

        List<ApiModule> known = [.. world.Modules.Where(module => module.OperationOf(request, path) is not null)];
        if (known.Count == 1) return (known[0], path);
        ApiModule? byKey = ByCredential(world, known.Count == 0 ? world.Modules : known, request);
        return (byKey ?? known.FirstOrDefault() ?? world.Modules[0], path);
    }

    /// <summary>A path without the prefix that says the service.</summary>
    public static string Below(string path, ApiModule module)
        => !HasPrefix(path, module) ? path : path.Length == module.Name.Length + 1 ? "/" : path[(module.Name.Length + 1)..];

    private static bool HasPrefix(string path, ApiModule module)
        => path.Length > module.Name.Length && path[0] == '/' && path.AsSpan(1).StartsWith(module.Name, StringComparison.Ordinal)
            && (path.Length == module.Name.Length + 1 || path[module.Name.Length + 1] == '/');

    private static ApiModule? ByCredential(World world, IReadOnlyList<ApiModule> candidates, FakeRequest request)
    {
        foreach (ApiModule module in candidates)
            if (module.KeyOf(request) is { } key && module.KnowsKey(key)) return module;
        if (request.Header("X-API-Key") is not null) return world.Modules.First(module => module.Name == "reachkit");
        string? token = request.Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
        string? name = token switch
        {
            null => null,
            _ when token.StartsWith("mk_", StringComparison.Ordinal) => "markus",
            _ when token.StartsWith("dm_", StringComparison.Ordinal) => "mailmark",
            _ when token.StartsWith("rk_", StringComparison.Ordinal) => "reachkit",
            _ when token.Count(c => c == '.') == 2 => "crm",
            _ => null,
        };
        return candidates.FirstOrDefault(module => module.Name == name);
    }
}

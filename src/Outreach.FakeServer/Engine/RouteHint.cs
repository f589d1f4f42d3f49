using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>Names the operations that an unknown request comes nearest to.</summary>
internal static class RouteHint
{
    /// <summary>One line for the <c>X-Fake-Hint</c> header.</summary>
    public static string For(ApiModule module, string method, string path)
    {
        string basePath = module.BasePath.Length == 0 ? "/" : $"/{module.BasePath}/";
        IEnumerable<string> nearest = module.Operations
            .Select(operation => (Operation: operation, Distance: Distance(path, basePath + operation.Path.Text) + (operation.Method.Method == method ? 0 : 1)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Operation.Id, StringComparer.Ordinal)
            .Take(3)
            .Select(pair => $"{pair.Operation.Name} ({pair.Operation.Method.Method} {basePath}{pair.Operation.Path.Text})");
        return $"no operation takes {method} {path}; the nearest: {string.Join(", ", nearest)}";
    }

    private static int Distance(string path, string template)
    {
        string[] segments = path.Split('/', 32);
        string[] others = template.Split('/');
        int[] previous = [.. Enumerable.Range(0, others.Length + 1).Select(i => i * 4)];
        for (int i = 1; i <= segments.Length; i++)
        {
            int[] current = new int[others.Length + 1];
            current[0] = i * 4;
            for (int j = 1; j <= others.Length; j++)
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 4, previous[j - 1] + Difference(segments[i - 1], others[j - 1]));
            previous = current;
        }

        return previous[^1];
    }

    private static int Difference(string segment, string other)
    {
        if (segment == other) return 0;
        if (other.StartsWith('{')) return 1;
        int longest = Math.Max(segment.Length, other.Length);
        return 1 + (3 * Edits(segment, other) / longest);
    }

    private static int Edits(string a, string b)
    {
        if (a.Length > 100 || b.Length > 100) return Math.Max(a.Length, b.Length);
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
            previous = current;
        }

        return previous[^1];
    }
}

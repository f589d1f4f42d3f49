using System.Text;
using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>The names of tools.</summary>
internal static class ToolNames
{
    /// <summary>
    /// The name of an operation's tool: <c>campaigns_create</c>, <c>target_profiles_list</c>; with the API before it when several are
    /// served, since <c>campaigns.list</c> is an operation of three of them.
    /// </summary>
    public static string Of(Operation operation, bool withApi)
    {
        StringBuilder name = new(withApi ? operation.Api + "_" : "");
        bool inWord = false;
        foreach (char c in operation.Id)
        {
            if (c == '.')
            {
                name.Append('_');
                inWord = false;
                continue;
            }

            if (char.IsUpper(c) && inWord) name.Append('_');
            name.Append(char.ToLowerInvariant(c));
            inWord = !char.IsUpper(c);
        }

        return name.ToString();
    }

    /// <summary>A part of a path as operations write it: <c>target-profiles</c> becomes <c>targetProfiles</c>.</summary>
    public static string Camel(string part)
        => string.Concat(part.Split('-', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The names nearest to one that does not exist: mistyped by a third at most, or the end of a longer one.</summary>
    public static IEnumerable<string> Nearest(string name, IEnumerable<string> names)
    {
        string plain = name.ToLowerInvariant().Replace('.', '_').Replace('-', '_');
        return names.Select(other => (Name: other, Distance: other.EndsWith($"_{plain}", StringComparison.OrdinalIgnoreCase) ? 0 : Distance(plain, other.ToLowerInvariant())))
            .Where(other => other.Distance <= Math.Min(plain.Length, other.Name.Length) / 3)
            .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal).Take(3).Select(other => other.Name);
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > 100) a = a[..100];
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
        }

        return row[^1];
    }
}

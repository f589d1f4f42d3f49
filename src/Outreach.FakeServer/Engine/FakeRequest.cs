namespace Outreach.FakeServer;

/// <summary>A request as it came, whichever way it came in.</summary>
public sealed class FakeRequest
{
    private IReadOnlyList<KeyValuePair<string, string>>? _query;

    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The host that was asked, without port; it names the API when the path does not.</summary>
    public string Host { get => field ?? ""; init; }

    /// <summary>The path as it stood on the wire, percent-encoded, with its leading slash and without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it stood on the wire, without the question mark.</summary>
    public string QueryString { get => field ?? ""; init; } = "";

    /// <summary>The headers, in order, names as they came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get => field ?? []; init; } = [];

    /// <summary>The body's bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The decoded query values, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query ??= ParseForm(QueryString);

    /// <summary>The first header of a name, which is compared without case; null when there is none.</summary>
    public string? Header(string name)
    {
        for (int i = 0; i < Headers.Count; i++)
            if (Headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase)) return Headers[i].Value;
        return null;
    }

    /// <summary>The first query value of a name, decoded; null when there is none.</summary>
    public string? QueryValue(string name)
    {
        if (QueryString.Length == 0) return null;
        for (int i = 0; i < Query.Count; i++)
            if (Query[i].Key == name) return Query[i].Value;
        return null;
    }

    /// <summary>Reads name-value pairs of a query or of a form body.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> ParseForm(string text)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (Range range in text.AsSpan().Split('&'))
        {
            ReadOnlySpan<char> pair = text.AsSpan(range);
            if (pair.IsEmpty) continue;
            int equals = pair.IndexOf('=');
            pairs.Add(equals < 0 ? new(Decode(pair), "") : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }

        return pairs;
    }

    private static string Decode(ReadOnlySpan<char> text) => Uri.UnescapeDataString(text.ToString().Replace('+', ' '));
}

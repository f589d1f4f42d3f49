using System.Text;

namespace Outreach.Sdk.Markus;

/// <summary>Reads the challenges of a <c>WWW-Authenticate</c> header (RFC 9110, section 11.6.1).</summary>
internal static class AuthenticateChallenge
{
    /// <summary>The parameters of a scheme's first challenge, by name without regard to case; null when the header has none of that scheme.</summary>
    public static Dictionary<string, string>? Find(string header, string scheme)
    {
        Dictionary<string, string>? found = null;
        int at = 0;
        while (at < header.Length)
        {
            while (at < header.Length && header[at] is ' ' or '\t' or ',') at++;
            string word = Word(header, ref at);
            if (word.Length == 0)
            {
                at++;
                continue;
            }

            int after = at;
            while (after < header.Length && header[after] is ' ' or '\t') after++;
            if (after < header.Length && header[after] == '=')
            {
                at = after + 1;
                string value = Value(header, ref at);
                found?.TryAdd(word, value);
                continue;
            }

            // A word without '=' begins a challenge.
            if (found is not null) return found;
            if (word.Equals(scheme, StringComparison.OrdinalIgnoreCase)) found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        }

        return found;
    }

    private static string Word(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is not (' ' or '\t' or ',' or '=' or '"')) at++;
        return text[start..at];
    }

    private static string Value(string text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        if (at >= text.Length || text[at] != '"') return Word(text, ref at);
        StringBuilder value = new();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }

        at++;
        return value.ToString();
    }
}

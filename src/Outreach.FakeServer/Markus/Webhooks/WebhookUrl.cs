namespace Outreach.FakeServer.Markus;

/// <summary>Which URLs events may be posted to.</summary>
internal static class WebhookUrl
{
    /// <summary>What is wrong with a URL; null when nothing is.</summary>
    public static string? Problem(string text)
    {
        if (text.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\\') || !Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Host.Length == 0)
            return "must be an absolute URL";
        if (url.Scheme == "http")
        {
            if (!url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && url.Host is not ("127.0.0.1" or "[::1]")) return "must be https; http is for localhost, 127.0.0.1 and [::1] only";
        }
        else if (url.Scheme != "https") return "must be https; http is for localhost, 127.0.0.1 and [::1] only";

        if (text.Contains('#', StringComparison.Ordinal)) return "must have no fragment";
        return HasUserInfo(text) ? "must have no user info" : null;
    }

    // An empty user info is one too, which Uri does not tell.
    private static bool HasUserInfo(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan(text.IndexOf(':', StringComparison.Ordinal) + 1).TrimStart('/');
        int end = rest.IndexOfAny('/', '?');
        return (end < 0 ? rest : rest[..end]).Contains('@');
    }
}

namespace Outreach.FakeServer.Reachkit;

/// <summary>Text of a tag as its author meant it: markup inside the braces dropped, entities decoded, on one line.</summary>
internal static class MergeTagText
{
    /// <summary>Gives the meaning of what stands between the braces in a subject or an HTML body.</summary>
    public static string Decode(string inner)
    {
        string text = inner.AsSpan().ContainsAny('<', '&') ? HtmlFragment.TextOf(inner) : inner;
        if (!text.AsSpan().ContainsAny('\r', '\n')) return text;
        return text.ReplaceLineEndings(" ");
    }
}

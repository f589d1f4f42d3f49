using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The unsubscribe link of variant bodies, in their stored form (contract section 3.9).</summary>
internal static class UnsubscribeBlock
{
    /// <summary>The block as it is put into a body.</summary>
    public const string Html = """<a href="{{unsubscribe_url}}">Unsubscribe</a>""";

    private const string Opening = "<a href=\"";
    private const string Closing = "</a>";

    /// <summary>Whether a stored body has a link whose address is the one tag <c>unsubscribe_url</c>.</summary>
    public static bool HasLink(string? bodyHtml) => bodyHtml is not null && FindLink(bodyHtml, 0) is not null;

    /// <summary>Gives the body with the block under it, or as it is if it has a link already.</summary>
    public static string Add(string? bodyHtml)
        => string.IsNullOrWhiteSpace(bodyHtml) ? Html : HasLink(bodyHtml) ? bodyHtml : $"{bodyHtml}\n\n{Html}";

    /// <summary>Gives the body without its unsubscribe links and the blank lines before them, or null if nothing is left.</summary>
    public static string? Remove(string? bodyHtml)
    {
        if (bodyHtml is null || FindLink(bodyHtml, 0) is null) return bodyHtml;
        var rest = new StringBuilder(bodyHtml.Length);
        int position = 0;
        while (FindLink(bodyHtml, position) is var (start, end))
        {
            var before = bodyHtml.AsSpan(position, start - position);
            rest.Append(before.EndsWith("\n\n") ? before.TrimEnd('\n') : before);
            position = end;
        }

        // Elements around a removed link may be empty now.
        return VariantHtml.Normalise(rest.Append(bodyHtml.AsSpan(position)).ToString());
    }

    private static (int Start, int End)? FindLink(string html, int from)
    {
        for (int start; (start = html.IndexOf(Opening, from, StringComparison.Ordinal)) >= 0; from = start + Opening.Length)
        {
            int value = start + Opening.Length;
            int valueEnd = html.IndexOf('"', value);
            int end = html.IndexOf(Closing, value, StringComparison.Ordinal);
            if (valueEnd < 0 || end < 0) return null;
            if (IsUnsubscribeTag(html[value..valueEnd])) return (start, end + Closing.Length);
        }

        return null;
    }

    private static bool IsUnsubscribeTag(string address)
    {
        var scanner = new MergeScanner(address);
        return scanner.MoveNext() && scanner.Kind == MergeTokenKind.Tag && scanner.Length == address.Length - 4
            && MergeTag.Read(MergeTagText.Decode(scanner.Span.ToString())) is VariableTag { Name: "unsubscribe_url" };
    }
}

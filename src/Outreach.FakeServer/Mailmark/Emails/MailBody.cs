using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Mailmark;

/// <summary>What the recipient gets: footer, tracked links, pixel and headers.</summary>
internal static partial class MailBody
{
    /// <summary>The body with everything that is added to it.</summary>
    /// <param name="site">Where the links lead, without a slash at its end.</param>
    /// <param name="html">The body as given.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="unsubscribeUrl">The link of the footer; null for mail without one.</param>
    public static string Complete(string site, string html, string messageId, string? unsubscribeUrl)
        => TrackLinks(site, unsubscribeUrl is null ? html : html + Footer(unsubscribeUrl), messageId)
            + $"<img src=\"{site}/track/open/{messageId}.gif\" width=\"1\" height=\"1\" style=\"display:none\" alt=\"\" />";

    /// <summary>The unsubscribe address of a recipient, with all that the endpoint needs.</summary>
    public static string UnsubscribeUrl(string site, string messageId, string recipient, string domain)
        => $"{UnsubscribeToken(site, messageId, recipient)}?email={ScriptRules.EncodeComponent(recipient)}&domain={ScriptRules.EncodeComponent(domain)}";

    /// <summary>The headers, in order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(string site, MailboxRow mailbox, string domain, IReadOnlyList<string> to, string subject, string messageId, DateTimeOffset date, string? unsubscribeUrl)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("From", mailbox.Sender),
            new("To", string.Join(", ", to)),
            new("Subject", subject),
            new("Date", date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture)),
            new("Message-ID", $"<{messageId}@{domain}>"),
        ];
        if (unsubscribeUrl is not null)
        {
            headers.Add(new("List-Unsubscribe", $"<{unsubscribeUrl}>, <{UnsubscribeToken(site, messageId, to[0])}>"));
            headers.Add(new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }

        headers.Add(new("Content-Type", "text/html; charset=UTF-8"));
        return headers;
    }

    /// <summary>The beginning of a body without its tags.</summary>
    public static string Snippet(string html) => Beginning(Tag().Replace(html, ""));

    /// <summary>The first hundred characters of a text; a pair of surrogates is not cut in two.</summary>
    public static string Beginning(string text)
        => text.Length <= 100 ? text : char.IsHighSurrogate(text[99]) ? text[..99] : text[..100];

    /// <summary>The targets of the links that are tracked, in order.</summary>
    public static IEnumerable<string> Targets(string html) => Link().Matches(html).Select(match => match.Groups[2].Value).Where(IsTracked);

    private static string Footer(string url)
        => $"<div style=\"margin-top:24px;font-family:sans-serif;font-size:12px;color:#6b7280\">You get this message because you are on a mailing list. <a href=\"{url}\">Unsubscribe</a></div>";

    private static string UnsubscribeToken(string site, string messageId, string recipient)
        => $"{site}/unsubscribe/{messageId}-{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(recipient))}";

    private static string TrackLinks(string site, string html, string messageId)
    {
        int n = 0;
        return Link().Replace(html, match => IsTracked(match.Groups[2].Value)
            ? $"{match.Groups[1].Value}{site}/track/click/{messageId}/{(n++).ToString(CultureInfo.InvariantCulture)}?url={ScriptRules.EncodeComponent(match.Groups[2].Value)}{match.Groups[3].Value}"
            : match.Value);
    }

    private static bool IsTracked(string target)
        => !target.StartsWith("mailto:", StringComparison.Ordinal) && !target.StartsWith('#') && !target.Contains("/unsubscribe/", StringComparison.Ordinal);

    [GeneratedRegex("(<a\\s[^>]*?href\\s*=\\s*\")([^\"]+)(\"[^>]*>)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}

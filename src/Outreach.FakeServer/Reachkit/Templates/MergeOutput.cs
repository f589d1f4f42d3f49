using System.Buffers;
using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Writes a value into a message as its place demands.</summary>
internal static class MergeOutput
{
    private static readonly SearchValues<char> InHtml = SearchValues.Create("&<>\"'\r\n");
    private static readonly SearchValues<char> InSubject = SearchValues.Create("\r\n");

    /// <summary>Writes <paramref name="value"/>: escaped in HTML, on one line in attributes and subjects.</summary>
    public static void Append(StringBuilder output, ReadOnlySpan<char> value, MergePlace place)
    {
        if (place == MergePlace.Text)
        {
            output.Append(value);
            return;
        }

        var special = place == MergePlace.Subject ? InSubject : InHtml;
        int next;
        while ((next = value.IndexOfAny(special)) >= 0)
        {
            output.Append(value[..next]);
            int used = value[next] == '\r' && next + 1 < value.Length && value[next + 1] == '\n' ? 2 : 1;
            output.Append(value[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => place == MergePlace.HtmlText ? "<br>" : " ",
            });
            value = value[(next + used)..];
        }

        output.Append(value);
    }
}

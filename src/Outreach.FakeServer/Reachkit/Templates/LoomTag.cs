using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Reachkit;

/// <summary><c>{{LOOM|column|fallback}}</c>: a recorded video, in HTML as a linked thumbnail.</summary>
/// <param name="Text">Text of the tag.</param>
/// <param name="Column">Normalised name of the variable that holds the address.</param>
/// <param name="Fallback">What is written if the value is blank; may be empty.</param>
internal sealed partial record LoomTag(string Text, string Column, string Fallback) : MergeTag(Text)
{
    /// <inheritdoc/>
    public override void Append(StringBuilder output, MergePlace place, MergeValues values, string variantId)
    {
        if (values.Find(Column)?.Trim() is not { } url)
        {
            MergeOutput.Append(output, Fallback, place);
            return;
        }

        // A link cannot stand inside an attribute, so there the address is written alone.
        if (place != MergePlace.HtmlText)
        {
            MergeOutput.Append(output, url, place);
            return;
        }

        output.Append("<a href=\"");
        MergeOutput.Append(output, url, MergePlace.HtmlAttribute);
        output.Append("\">");
        if (Share().Match(url) is { Success: true } share)
            output.Append("<img src=\"https://cdn.loom.com/sessions/thumbnails/").Append(share.Groups[1].ValueSpan).Append("-with-play.gif\" alt=\"Loom video\">");
        else
            MergeOutput.Append(output, url, MergePlace.HtmlText);
        output.Append("</a>");
    }

    [GeneratedRegex(@"^https://(?:www\.)?loom\.com/share/([A-Za-z0-9_-]+)(?:[/?#].*)?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Share();
}

using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Writes pieces of a body so that the scanner of merge tags reads exactly the tags and literals that were meant.</summary>
internal static class VariantText
{
    /// <summary>Writes pieces as HTML text, as an attribute's value or as plain text.</summary>
    public static string Write(IReadOnlyList<VariantPiece> pieces, MergePlace place)
    {
        var output = new StringBuilder();
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Kind == VariantPieceKind.Text)
            {
                // Neighbours are joined first: two braces may come from two pieces.
                text.Append(piece.Value);
                continue;
            }

            AppendText(output, text, place, beforeTag: piece.Kind == VariantPieceKind.Tag);
            switch (piece.Kind)
            {
                case VariantPieceKind.Tag:
                    output.Append("{{");
                    AppendTagText(output, piece.Value, place);
                    output.Append("}}");
                    break;
                case VariantPieceKind.EscapedOpener:
                    output.Append(@"\{{");
                    break;
                default:
                    output.Append(piece.Value);
                    break;
            }
        }

        AppendText(output, text, place, beforeTag: false);
        return output.ToString();
    }

    /// <summary>Spaces at line ends go, three or more line breaks become two, the whole is trimmed.</summary>
    public static string Tidy(string text)
    {
        var output = new StringBuilder(text.Length);
        int breaks = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var kept = text.AsSpan(range).TrimEnd();
            if (kept.Length > 0)
            {
                if (output.Length > 0) output.Append('\n', Math.Min(breaks, 2));
                output.Append(output.Length == 0 ? kept.TrimStart() : kept);
                breaks = 0;
            }

            breaks++;
        }

        return output.ToString();
    }

    // A {{ of plain text is written \{{. A brace or backslash that would melt with the tag after it is written as a reference;
    // plain text has none, so a space keeps them apart there.
    private static void AppendText(StringBuilder output, StringBuilder text, MergePlace place, bool beforeTag)
    {
        int last = text.Length - 1;
        for (int i = 0; i <= last; i++)
        {
            char c = text[i];
            if (c == '{' && i < last && text[i + 1] == '{')
            {
                output.Append(@"\{{");
                i++;
            }
            else if (beforeTag && i == last && c is ('{' or '\\'))
            {
                if (place == MergePlace.Text) output.Append(c).Append(' ');
                else output.Append(c == '{' ? "&#123;" : "&#92;");
            }
            else
            {
                AppendEscaped(output, c, place);
            }
        }

        text.Clear();
    }

    private static void AppendTagText(StringBuilder output, string inner, MergePlace place)
    {
        for (int i = 0; i < inner.Length; i++)
        {
            char c = inner[i];
            bool melts = c switch
            {
                '{' => i + 1 < inner.Length && inner[i + 1] == '{',
                '}' => i + 1 == inner.Length || inner[i + 1] == '}',
                _ => false,
            };
            if (!melts) AppendEscaped(output, c, place);
            else if (place == MergePlace.Text) output.Append(c).Append(' ');
            else output.Append(c == '{' ? "&#123;" : "&#125;");
        }
    }

    private static void AppendEscaped(StringBuilder output, char c, MergePlace place)
    {
        switch (c)
        {
            case '&' when place != MergePlace.Text: output.Append("&amp;"); break;
            case '<' when place != MergePlace.Text: output.Append("&lt;"); break;
            case '>' when place != MergePlace.Text: output.Append("&gt;"); break;
            case '"' when place == MergePlace.HtmlAttribute: output.Append("&quot;"); break;
            default: output.Append(c); break;
        }
    }
}

using System.Globalization;
using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>
/// The merge tags of a body, taken out and marked before an HTML parser sees the text, so that none of them is cut, moved or made by it;
/// and put back after it.
/// </summary>
internal sealed class MarkedTags
{
    private readonly List<VariantPiece> _marked = [];
    private readonly char _mark;

    /// <summary>Takes the tags out of a submitted body.</summary>
    public MarkedTags(string html)
    {
        _mark = UnusedMark(html);
        var output = new StringBuilder(html.Length);
        var scanner = new MergeScanner(html);
        while (scanner.MoveNext())
        {
            if (scanner.Kind is MergeTokenKind.Text or MergeTokenKind.Unbalanced)
            {
                output.Append(scanner.Span);
                continue;
            }

            output.Append(_mark).Append(CultureInfo.InvariantCulture, $"{_marked.Count}").Append(_mark);
            _marked.Add(scanner.Kind == MergeTokenKind.Tag
                ? new VariantPiece(VariantPieceKind.Tag, MergeTagText.Decode(scanner.Span.ToString()))
                : new VariantPiece(VariantPieceKind.EscapedOpener, "{{"));
        }

        Html = output.ToString();
    }

    /// <summary>The body with marks in place of its tags.</summary>
    public string Html { get; }

    /// <summary>Cuts parsed characters at the marks and puts the tags back.</summary>
    public IEnumerable<VariantPiece> Restore(string text)
    {
        int position = 0;
        while (position < text.Length)
        {
            int start = text.IndexOf(_mark, position);
            int end = start < 0 ? -1 : text.IndexOf(_mark, start + 1);
            if (end < 0) break;
            if (start > position) yield return new VariantPiece(VariantPieceKind.Text, text[position..start]);
            yield return _marked[int.Parse(text.AsSpan(start + 1, end - start - 1), NumberStyles.None, CultureInfo.InvariantCulture)];
            position = end + 1;
        }

        if (position < text.Length) yield return new VariantPiece(VariantPieceKind.Text, text[position..]);
    }

    // A character that the body has neither as such nor as a numeric reference.
    private static char UnusedMark(string html)
    {
        for (char mark = '\uE000'; mark < '\uF8FF'; mark++)
        {
            if (!html.Contains(mark)
                && !html.Contains(((int)mark).ToString("X4", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase)
                && !html.Contains(((int)mark).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) return mark;
        }

        throw new InvalidOperationException("The body uses every private-use character.");
    }
}

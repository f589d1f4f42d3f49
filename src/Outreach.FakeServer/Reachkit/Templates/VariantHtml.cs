using System.Text;
using AngleSharp.Dom;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The HTML of a variant: the allowed few elements, in one stored form (contract section 3.8).</summary>
internal static class VariantHtml
{
    /// <summary>Gives the stored form of a submitted body, or null if nothing is left. Normalising that again changes nothing.</summary>
    public static string? Normalise(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return null;
        var tags = new MarkedTags(html);
        string written = VariantText.Tidy(VariantText.Write(new HtmlWalk(tags).Run(tags.Html), MergePlace.HtmlText));
        return written.Length == 0 ? null : written;
    }

    /// <summary>Derives <c>body_text</c> from a stored body; null for null.</summary>
    public static string? ToText(string? bodyHtml)
    {
        if (bodyHtml is null) return null;
        var tags = new MarkedTags(bodyHtml);
        return VariantText.Tidy(VariantText.Write(new TextWalk(tags).Run(tags.Html), MergePlace.Text));
    }

    /// <summary>
    /// Gives the plain text of HTML that is no template, such as a signature: the same rules, but braces mean nothing.
    /// </summary>
    public static string ToPlainText(string html)
    {
        var text = new StringBuilder();
        foreach (var piece in new TextWalk(null).Run(html)) text.Append(piece.Value);
        return VariantText.Tidy(text.ToString());
    }

    /// <summary>Goes through parsed nodes in document order and collects the pieces of the result.</summary>
    private abstract class Walk(MarkedTags? tags)
    {
        protected List<VariantPiece> Pieces { get; } = [];

        /// <summary>Gives the pieces of marked HTML. No recursion: nesting is as deep as its author likes.</summary>
        public List<VariantPiece> Run(string markedHtml)
        {
            Stack<(INode? Node, string Name, int Mark)> open = [];
            Push(open, HtmlFragment.Parse(markedHtml));
            HashSet<string> around = [];
            while (open.TryPop(out var step))
            {
                switch (step.Node)
                {
                    case null:
                        around.Remove(step.Name);
                        Close(step.Name, step.Mark);
                        break;
                    case IText text:
                        Pieces.AddRange(Restore(text.Data.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
                        break;
                    case IElement element when !HtmlFragment.IsDropped(element):
                        string name = element.LocalName;
                        int mark = Pieces.Count;
                        // Neither a link in a link nor bold in bold means anything, and the former would be parsed otherwise next time.
                        if (!around.Contains(name) && Open(name, element))
                        {
                            around.Add(name);
                            open.Push((null, name, mark));
                        }
                        else if (IsBlock(name))
                        {
                            open.Push((null, "", mark));
                        }

                        Push(open, HtmlFragment.ChildrenOf(element));
                        break;
                }
            }

            return Pieces;
        }

        /// <summary>Begins an element; true if it must be closed after its content.</summary>
        protected abstract bool Open(string name, IElement element);

        /// <summary>Ends an element whose pieces begin at <paramref name="mark"/>; an empty name is a block's.</summary>
        protected abstract void Close(string name, int mark);

        protected void Text(string text) => Pieces.Add(new VariantPiece(VariantPieceKind.Text, text));

        protected IEnumerable<VariantPiece> Restore(string value)
            => tags?.Restore(value) ?? [new VariantPiece(VariantPieceKind.Text, value)];

        /// <summary>Gives the address in an attribute if its scheme is allowed or it has a merge tag, else null.</summary>
        protected List<VariantPiece>? Address(IElement element, string attribute, params ReadOnlySpan<string> schemes)
        {
            // As a browser reads it: no line breaks or tabs, no blanks around it.
            string value = new([.. (element.GetAttribute(attribute) ?? "").Where(c => c is not ('\t' or '\r' or '\n'))]);
            List<VariantPiece> pieces = [.. Restore(value.Trim())];
            string start = pieces is [{ Kind: VariantPieceKind.Text } first, ..] ? first.Value : "";
            foreach (string scheme in schemes)
            {
                if (start.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return pieces;
            }

            return pieces.Exists(piece => piece.Kind == VariantPieceKind.Tag) && !HasScheme(start) ? pieces : null;
        }

        // javascript:{{x}} has a merge tag too, but its scheme is plain.
        private static bool HasScheme(string start)
        {
            int colon = start.AsSpan().IndexOfAnyExcept(SchemeCharacters);
            return colon >= 0 && start[colon] == ':';
        }

        private static readonly System.Buffers.SearchValues<char> SchemeCharacters
            = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-. ");

        private static bool IsBlock(string name) => name
            is "p" or "div" or "li" or "tr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "ul" or "ol" or "table";

        private static void Push(Stack<(INode? Node, string Name, int Mark)> open, INodeList nodes)
        {
            for (int i = nodes.Length - 1; i >= 0; i--) open.Push((nodes[i], "", 0));
        }
    }

    private sealed class HtmlWalk(MarkedTags tags) : Walk(tags)
    {
        protected override bool Open(string name, IElement element)
        {
            switch (name)
            {
                case "b" or "i" or "u":
                    Markup($"<{name}>");
                    return true;
                case "a" when Address(element, "href", "http:", "https:", "mailto:") is { } href:
                    Markup($"<a href=\"{Value(href)}\">");
                    return true;
                case "img" when Address(element, "src", "http:", "https:") is { } src:
                    Markup($"<img src=\"{Value(src)}\"{Kept(element, "alt")}{Kept(element, "width")}{Kept(element, "height")}>");
                    return false;
                case "br":
                    Text("\n");
                    return false;
                default:
                    return false;
            }
        }

        protected override void Close(string name, int mark)
        {
            if (name.Length == 0) Text("\n");
            else if (name != "a" && Pieces.Skip(mark + 1).All(piece => piece.Kind == VariantPieceKind.Text && string.IsNullOrWhiteSpace(piece.Value)))
                Pieces.RemoveAt(mark);
            else Markup($"</{name}>");
        }

        private void Markup(string markup) => Pieces.Add(new VariantPiece(VariantPieceKind.Markup, markup));

        private static string Value(List<VariantPiece> pieces) => VariantText.Write(pieces, MergePlace.HtmlAttribute);

        private string Kept(IElement element, string attribute)
        {
            if (element.GetAttribute(attribute) is not { } value) return "";
            string line = value.ReplaceLineEndings(" ").Trim();
            return $" {attribute}=\"{Value([.. Restore(line)])}\"";
        }
    }

    private sealed class TextWalk(MarkedTags? tags) : Walk(tags)
    {
        private List<VariantPiece> _address = [];

        protected override bool Open(string name, IElement element)
        {
            switch (name)
            {
                case "a" when Address(element, "href", "http:", "https:", "mailto:") is { } href:
                    if (href is [{ Kind: VariantPieceKind.Text } first, ..] && first.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                        href[0] = first with { Value = first.Value["mailto:".Length..] };
                    _address = href;
                    return true;
                case "img" when Address(element, "src", "http:", "https:") is not null:
                    Pieces.AddRange(Restore((element.GetAttribute("alt") ?? "").ReplaceLineEndings(" ").Trim()));
                    return false;
                case "br":
                    Text("\n");
                    return false;
                default:
                    return false;
            }
        }

        protected override void Close(string name, int mark)
        {
            if (name.Length == 0)
            {
                Text("\n");
                return;
            }

            string shown = VariantText.Write(Pieces[mark..], MergePlace.Text).Trim();
            if (shown.Length == 0 || shown == VariantText.Write(_address, MergePlace.Text))
            {
                Pieces.RemoveRange(mark, Pieces.Count - mark);
                Pieces.AddRange(_address);
                return;
            }

            while (Pieces[^1] is { Kind: VariantPieceKind.Text } last && last.Value.TrimEnd() != last.Value)
            {
                Pieces.RemoveAt(Pieces.Count - 1);
                if (!string.IsNullOrWhiteSpace(last.Value)) Text(last.Value.TrimEnd());
            }

            Text(" (");
            Pieces.AddRange(_address);
            Text(")");
        }
    }
}

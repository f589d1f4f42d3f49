using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A subject or a body with merge tags, parsed once and rendered for every lead (contract section 3.7).</summary>
internal sealed class MergeTemplate
{
    [ThreadStatic]
    private static StringBuilder? t_output;

    private readonly Part[] _parts;

    private MergeTemplate(Part[] parts) => _parts = parts;

    /// <summary>The tags, in their order in the text.</summary>
    public IEnumerable<MergeTag> Tags => _parts.Where(part => part.Tag is not null).Select(part => part.Tag!);

    /// <summary>
    /// Looks for an opener without its closer. Gives its offset in Unicode code points, or null if the text is balanced.
    /// The text is the one submitted, before HTML is normalised.
    /// </summary>
    public static int? FindUnbalanced(string text)
    {
        var scanner = new MergeScanner(text);
        while (scanner.MoveNext())
        {
            if (scanner.Kind != MergeTokenKind.Unbalanced) continue;
            int offset = 0;
            foreach (var _ in text.AsSpan(0, scanner.Start).EnumerateRunes()) offset++;
            return offset;
        }

        return null;
    }

    /// <summary>Parses a stored template. An unbalanced opener, which no stored template has, is taken as plain text.</summary>
    public static MergeTemplate Parse(string? text, MergeForm form)
    {
        List<Part> parts = [];
        var literal = new StringBuilder();
        bool inMarkup = false;
        var scanner = new MergeScanner(text ?? "");
        while (scanner.MoveNext())
        {
            if (scanner.Kind == MergeTokenKind.Tag)
            {
                Flush();
                // Derived text is decoded already; decoding it again would change its meaning.
                string inner = form == MergeForm.Text ? scanner.Span.ToString() : MergeTagText.Decode(scanner.Span.ToString());
                parts.Add(new Part(null, MergeTag.Read(inner), PlaceOf(form, inMarkup)));
            }
            else
            {
                AppendLiteral(literal, scanner.Span, form, ref inMarkup);
            }
        }

        Flush();
        return new MergeTemplate([.. parts]);

        void Flush()
        {
            if (literal.Length == 0) return;
            parts.Add(new Part(literal.ToString(), null, default));
            literal.Clear();
        }
    }

    /// <summary>Gives the text for one lead. The variant's id takes part in the choice of SPINTAX options.</summary>
    public string Render(MergeValues values, string variantId)
    {
        switch (_parts)
        {
            case []: return "";
            case [{ Literal: { } only }]: return only;
        }

        var output = t_output ??= new StringBuilder(1024);
        output.Clear();
        AppendTo(output, values, variantId);
        return output.ToString();
    }

    /// <summary>Writes the text for one lead.</summary>
    public void AppendTo(StringBuilder output, MergeValues values, string variantId)
    {
        foreach (ref readonly var part in _parts.AsSpan())
        {
            if (part.Literal is not null) output.Append(part.Literal);
            else part.Tag!.Append(output, part.Place, values, variantId);
        }
    }

    private static MergePlace PlaceOf(MergeForm form, bool inMarkup) => form switch
    {
        MergeForm.Html => inMarkup ? MergePlace.HtmlAttribute : MergePlace.HtmlText,
        MergeForm.Text => MergePlace.Text,
        _ => MergePlace.Subject,
    };

    // In the normalised form every < opens an element and every > ends it: elsewhere both are escaped.
    private static void AppendLiteral(StringBuilder literal, ReadOnlySpan<char> text, MergeForm form, ref bool inMarkup)
    {
        if (form == MergeForm.Text)
        {
            literal.Append(text);
            return;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (form == MergeForm.Html && c is ('<' or '>')) inMarkup = c == '<';
            if (c is not ('\r' or '\n'))
            {
                literal.Append(c);
                continue;
            }

            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            literal.Append(form == MergeForm.Html && !inMarkup ? "<br>" : " ");
        }
    }

    private readonly record struct Part(string? Literal, MergeTag? Tag, MergePlace Place);
}

namespace Outreach.FakeServer.Reachkit;

/// <summary>Cuts a template into plain text, escaped openers and tags, from the left (contract section 3.7, rules 1 to 3).</summary>
internal ref struct MergeScanner(string text)
{
    private int _position;

    /// <summary>What was found last.</summary>
    public MergeTokenKind Kind { get; private set; }

    /// <summary>First character of what was found.</summary>
    public int Start { get; private set; }

    /// <summary>Number of characters of what was found.</summary>
    public int Length { get; private set; }

    /// <summary>The characters of what was found.</summary>
    public readonly ReadOnlySpan<char> Span => text.AsSpan(Start, Length);

    /// <summary>Goes to the next token; false at the end. Nothing follows an unbalanced opener.</summary>
    public bool MoveNext()
    {
        if (_position >= text.Length) return false;
        int opener = text.IndexOf("{{", _position, StringComparison.Ordinal);
        if (opener < 0) return Found(MergeTokenKind.Text, _position, text.Length - _position, text.Length);

        bool escaped = opener > _position && text[opener - 1] == '\\';
        int textEnd = escaped ? opener - 1 : opener;
        if (textEnd > _position) return Found(MergeTokenKind.Text, _position, textEnd - _position, textEnd);
        if (escaped) return Found(MergeTokenKind.EscapedOpener, opener, 2, opener + 2);

        int inner = opener + 2;
        int closer = text.IndexOf("}}", inner, StringComparison.Ordinal);
        bool balanced = closer >= 0 && text.IndexOf("{{", inner, closer - inner, StringComparison.Ordinal) < 0;
        return balanced
            ? Found(MergeTokenKind.Tag, inner, closer - inner, closer + 2)
            : Found(MergeTokenKind.Unbalanced, opener, text.Length - opener, text.Length);
    }

    private bool Found(MergeTokenKind kind, int start, int length, int next)
    {
        (Kind, Start, Length, _position) = (kind, start, length, next);
        return true;
    }
}

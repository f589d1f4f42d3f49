namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A lexical token; the text of a string is its value, without quotes and escapes.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Location Location)
{
    /// <summary>The token as an error message names it.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.End => "the end of the document",
        TokenKind.String or TokenKind.BlockString => "a string",
        _ => $"\"{Text}\"",
    };
}

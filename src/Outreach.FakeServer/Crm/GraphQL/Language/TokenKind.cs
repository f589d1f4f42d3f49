namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The lexical tokens of section 2.1.6.</summary>
internal enum TokenKind
{
    End,
    Bang,
    Dollar,
    Ampersand,
    LeftParenthesis,
    RightParenthesis,
    Spread,
    Colon,
    EqualsSign,
    At,
    LeftBracket,
    RightBracket,
    LeftBrace,
    Pipe,
    RightBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

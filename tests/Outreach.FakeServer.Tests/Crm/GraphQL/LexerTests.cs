using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

public class LexerTests
{
    private static Token Single(string source)
    {
        var lexer = new Lexer(source, GraphQLLimits.Default);
        var token = lexer.Next();
        lexer.Next().Kind.Should().Be(TokenKind.End);
        return token;
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("4")]
    [InlineData("-42")]
    [InlineData("9007199254740993")]
    public void Whole_numbers_are_int_tokens(string source) => Single(source).Should().Match<Token>(t => t.Kind == TokenKind.Int && t.Text == source);

    [Theory]
    [InlineData("4.123")]
    [InlineData("-0.5")]
    [InlineData("123e4")]
    [InlineData("6.0221413e23")]
    [InlineData("1E-7")]
    [InlineData("1.5e+3")]
    public void Fractions_and_exponents_are_float_tokens(string source) => Single(source).Should().Match<Token>(t => t.Kind == TokenKind.Float && t.Text == source);

    [Theory]
    [InlineData("00")]
    [InlineData("-01")]
    [InlineData("1.")]
    [InlineData("1.e3")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("0xF1")]
    [InlineData("1.23.4")]
    [InlineData("12abc")]
    [InlineData("3_000")]
    [InlineData("\"open")]
    [InlineData("\"line\nbreak\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12G4\"")]
    [InlineData("\"\\")]
    [InlineData("\"\"\"open")]
    [InlineData("..")]
    [InlineData("?")]
    [InlineData("'single'")]
    [InlineData("\u0007")]
    public void What_is_no_token_is_refused(string source)
        => FluentActions.Invoking(() => Single(source)).Should().Throw<GraphQLSyntaxException>();

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"quote \\\" slash \\\\ \\/\"", "quote \" slash \\ /")]
    [InlineData("\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t")]
    [InlineData("\"\\u00e9\\u0041\"", "éA")]
    [InlineData("\"🙂 # no comment\"", "🙂 # no comment")]
    public void Strings_carry_their_value(string source, string value) => Single(source).Text.Should().Be(value);

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"one line\"\"\"", "one line")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"  first keeps its indent\n    second\"\"\"", "  first keeps its indent\nsecond")]
    [InlineData("\"\"\"\r\n\r\n\ta\r\n\tb\r\n\r\n\"\"\"", "a\nb")]
    [InlineData("\"\"\"raw \\n \\u00e9 \\\"\"\" quotes\"\"\"", "raw \\n \\u00e9 \"\"\" quotes")]
    public void Block_strings_lose_common_indent_and_blank_edges(string source, string value) => Single(source).Text.Should().Be(value);

    [Fact]
    public void Commas_comments_white_space_and_the_byte_order_mark_do_not_matter()
    {
        var lexer = new Lexer("\uFEFF# a comment\r\n\t, foo ,,,\r  bar # {\n", GraphQLLimits.Default);
        lexer.Next().Should().Be(new Token(TokenKind.Name, "foo", new(2, 4)));
        lexer.Next().Should().Be(new Token(TokenKind.Name, "bar", new(3, 3)));
        lexer.Next().Kind.Should().Be(TokenKind.End);
    }

    [Fact]
    public void Places_count_on_after_a_block_string()
    {
        var lexer = new Lexer("\"\"\"a\nb\"\"\" x", GraphQLLimits.Default);
        lexer.Next();
        lexer.Next().Location.Should().Be(new Location(2, 6));
    }
}

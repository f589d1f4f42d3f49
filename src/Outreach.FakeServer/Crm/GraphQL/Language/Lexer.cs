using System.Globalization;
using System.Text;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Cuts a document into tokens (section 2.1) and counts them.</summary>
internal sealed class Lexer
{
    private readonly string _source;
    private readonly int _maxTokens;
    private int _position;
    private int _line = 1;
    private int _lineStart;
    private int _tokens;

    public Lexer(string source, GraphQLLimits limits)
    {
        if (source.Length > limits.MaxDocumentLength)
            throw new GraphQLSyntaxException($"The document is longer than {limits.MaxDocumentLength} characters.", new(1, 1));
        _source = source;
        _maxTokens = limits.MaxTokens;
    }

    private Location Here => new(_line, _position - _lineStart + 1);

    public Token Next()
    {
        SkipIgnored();
        var start = Here;
        if (_position == _source.Length) return new(TokenKind.End, "", start);
        if (++_tokens > _maxTokens) throw new GraphQLSyntaxException($"The document has more than {_maxTokens} tokens.", start);

        var c = _source[_position];
        if (char.IsAsciiLetter(c) || c == '_') return ReadName(start);
        if (char.IsAsciiDigit(c) || c == '-') return ReadNumber(start);
        if (c == '"') return At(_position, "\"\"\"") ? ReadBlockString(start) : ReadString(start);
        if (At(_position, "..."))
        {
            _position += 3;
            return new(TokenKind.Spread, "...", start);
        }

        var kind = c switch
        {
            '!' => TokenKind.Bang,
            '$' => TokenKind.Dollar,
            '&' => TokenKind.Ampersand,
            '(' => TokenKind.LeftParenthesis,
            ')' => TokenKind.RightParenthesis,
            ':' => TokenKind.Colon,
            '=' => TokenKind.EqualsSign,
            '@' => TokenKind.At,
            '[' => TokenKind.LeftBracket,
            ']' => TokenKind.RightBracket,
            '{' => TokenKind.LeftBrace,
            '|' => TokenKind.Pipe,
            '}' => TokenKind.RightBrace,
            _ => throw Unexpected(c),
        };
        _position++;
        return new(kind, c.ToString(), start);
    }

    private char Peek(int offset = 0) => _position + offset < _source.Length ? _source[_position + offset] : '\0';

    private bool At(int position, string text) => string.CompareOrdinal(_source, position, text, 0, text.Length) == 0;

    private void SkipIgnored()
    {
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case '\n' or '\r':
                    NewLine();
                    break;
                case ' ' or '\t' or ',' or '\uFEFF':
                    _position++;
                    break;
                case '#':
                    while (_position < _source.Length && _source[_position] is not ('\n' or '\r')) ReadSourceCharacter();
                    break;
                default:
                    return;
            }
        }
    }

    private void NewLine()
    {
        _position += At(_position, "\r\n") ? 2 : 1;
        _line++;
        _lineStart = _position;
    }

    private char ReadSourceCharacter()
    {
        var c = _source[_position];
        if (c < ' ' && c is not ('\t' or '\n' or '\r')) throw Unexpected(c);
        _position++;
        return c;
    }

    private Token ReadName(Location start)
    {
        var from = _position;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_') _position++;
        return new(TokenKind.Name, _source[from.._position], start);
    }

    private Token ReadNumber(Location start)
    {
        var from = _position;
        var kind = TokenKind.Int;
        if (Peek() == '-') _position++;
        if (Peek() == '0')
        {
            _position++;
            if (char.IsAsciiDigit(Peek())) throw new GraphQLSyntaxException("A number has no leading zero.", Here);
        }
        else
        {
            ReadDigits();
        }

        if (Peek() == '.')
        {
            kind = TokenKind.Float;
            _position++;
            ReadDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            kind = TokenKind.Float;
            _position++;
            if (Peek() is '+' or '-') _position++;
            ReadDigits();
        }

        if (Peek() is '.' or '_' || char.IsAsciiLetter(Peek())) throw Unexpected(Peek());
        return new(kind, _source[from.._position], start);
    }

    private void ReadDigits()
    {
        if (_position == _source.Length) throw new GraphQLSyntaxException("Expected a digit, found the end of the document.", Here);
        if (!char.IsAsciiDigit(Peek())) throw Unexpected(Peek());
        while (char.IsAsciiDigit(Peek())) _position++;
    }

    private Token ReadString(Location start)
    {
        _position++;
        var text = new StringBuilder();
        while (true)
        {
            if (_position == _source.Length || Peek() is '\n' or '\r') throw new GraphQLSyntaxException("The string is not closed.", Here);
            var at = Here;
            var c = ReadSourceCharacter();
            if (c == '"') return new(TokenKind.String, text.ToString(), start);
            text.Append(c == '\\' ? ReadEscape(at) : c);
        }
    }

    private char ReadEscape(Location at)
    {
        var c = Peek();
        _position++;
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when _position + 4 <= _source.Length
                && ushort.TryParse(_source.AsSpan(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                _position += 4;
                return (char)unit;
            default: throw new GraphQLSyntaxException("The string has an invalid escape sequence.", at);
        }
    }

    private Token ReadBlockString(Location start)
    {
        _position += 3;
        var raw = new StringBuilder();
        while (true)
        {
            if (_position == _source.Length) throw new GraphQLSyntaxException("The block string is not closed.", Here);
            if (At(_position, "\"\"\""))
            {
                _position += 3;
                return new(TokenKind.BlockString, BlockStringValue(raw.ToString()), start);
            }

            if (At(_position, "\\\"\"\""))
            {
                raw.Append("\"\"\"");
                _position += 4;
            }
            else if (Peek() is '\n' or '\r')
            {
                raw.Append('\n');
                NewLine();
            }
            else
            {
                raw.Append(ReadSourceCharacter());
            }
        }
    }

    /// <summary>Takes away the common indentation and the blank lines around (section 2.9.4).</summary>
    private static string BlockStringValue(string raw)
    {
        var lines = raw.Split('\n');
        var common = int.MaxValue;
        foreach (var line in lines.Skip(1))
        {
            var indent = Indent(line);
            if (indent < line.Length) common = Math.Min(common, indent);
        }

        for (var i = 1; i < lines.Length; i++) lines[i] = lines[i][Math.Min(common, lines[i].Length)..];
        var first = Array.FindIndex(lines, static line => Indent(line) < line.Length);
        var last = Array.FindLastIndex(lines, static line => Indent(line) < line.Length);
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    private static int Indent(string line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] is ' ' or '\t') indent++;
        return indent;
    }

    private GraphQLSyntaxException Unexpected(char c)
    {
        if (_position == _source.Length) return new("Unexpected end of the document.", Here);
        return new(c is >= ' ' and < '\u007F' ? $"Unexpected character \"{c}\"." : $"Unexpected character U+{(int)c:X4}.", Here);
    }
}

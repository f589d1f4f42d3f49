namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Reads a document by recursive descent (appendix B): executable definitions here, the type system in the other part.</summary>
internal sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly int _maxNesting;
    private Token _token;
    private int _nesting;

    private Parser(string source, GraphQLLimits limits)
    {
        _lexer = new(source, limits);
        _maxNesting = limits.MaxNesting;
        _token = _lexer.Next();
    }

    /// <exception cref="GraphQLSyntaxException">The text is no document, or goes beyond the limits.</exception>
    public static Document Parse(string source, GraphQLLimits? limits = null)
    {
        var parser = new Parser(source, limits ?? GraphQLLimits.Default);
        List<Definition> definitions = [];
        do definitions.Add(parser.ReadDefinition());
        while (parser._token.Kind != TokenKind.End);
        return new(definitions);
    }

    private Definition ReadDefinition()
    {
        if (_token.Kind == TokenKind.LeftBrace) return new OperationDefinition(OperationType.Query, null, [], [], ReadSelectionSet(out var start), start);
        if (_token.Kind is TokenKind.String or TokenKind.BlockString) return ReadTypeSystemDefinition();
        if (_token.Kind != TokenKind.Name) throw Unexpected();
        return _token.Text switch
        {
            "query" or "mutation" or "subscription" => ReadOperation(),
            "fragment" => ReadFragment(),
            "extend" => ReadExtension(),
            _ => ReadTypeSystemDefinition(),
        };
    }

    private OperationDefinition ReadOperation()
    {
        var start = _token.Location;
        var type = ReadOperationType();
        var name = _token.Kind == TokenKind.Name ? ReadName() : null;
        var variables = ReadOptional(TokenKind.LeftParenthesis, TokenKind.RightParenthesis, ReadVariableDefinition);
        var directives = ReadDirectives(isConst: false);
        return new(type, name, variables, directives, ReadSelectionSet(out _), start);
    }

    private OperationType ReadOperationType()
    {
        OperationType? type = _token.Kind != TokenKind.Name ? null : _token.Text switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => null,
        };
        if (type is null) throw Unexpected();
        Advance();
        return type.Value;
    }

    private VariableDefinition ReadVariableDefinition()
    {
        var start = Expect(TokenKind.Dollar).Location;
        var name = ReadName();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var value = Skip(TokenKind.EqualsSign) ? ReadValue(isConst: true) : null;
        return new(name, type, value, ReadDirectives(isConst: true), start);
    }

    private FragmentDefinition ReadFragment()
    {
        var start = ExpectKeyword("fragment");
        var name = ReadFragmentName();
        ExpectKeyword("on");
        var condition = ReadNamedType();
        var directives = ReadDirectives(isConst: false);
        return new(name, condition, directives, ReadSelectionSet(out _), start);
    }

    private string ReadFragmentName() => AtKeyword("on") ? throw Unexpected() : ReadName();

    private SelectionSet ReadSelectionSet(out Location start)
    {
        start = _token.Location;
        Enter();
        var selections = ReadMany(TokenKind.LeftBrace, TokenKind.RightBrace, ReadSelection);
        _nesting--;
        return new(selections, start);
    }

    private Selection ReadSelection()
    {
        var start = _token.Location;
        if (!Skip(TokenKind.Spread)) return ReadField();
        if (_token.Kind == TokenKind.Name && !AtKeyword("on")) return new FragmentSpread(ReadFragmentName(), ReadDirectives(isConst: false), start);
        var condition = SkipKeyword("on") ? ReadNamedType() : null;
        var directives = ReadDirectives(isConst: false);
        return new InlineFragment(condition, directives, ReadSelectionSet(out _), start);
    }

    private Field ReadField()
    {
        var start = _token.Location;
        var name = ReadName();
        string? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ReadName());
        var arguments = ReadArguments(isConst: false);
        var directives = ReadDirectives(isConst: false);
        var selections = _token.Kind == TokenKind.LeftBrace ? ReadSelectionSet(out _) : null;
        return new(alias, name, arguments, directives, selections, start);
    }

    private IReadOnlyList<Argument> ReadArguments(bool isConst)
        => ReadOptional(TokenKind.LeftParenthesis, TokenKind.RightParenthesis, () =>
        {
            var start = _token.Location;
            var name = ReadName();
            Expect(TokenKind.Colon);
            return new Argument(name, ReadValue(isConst), start);
        });

    private IReadOnlyList<Directive> ReadDirectives(bool isConst)
    {
        if (_token.Kind != TokenKind.At) return [];
        List<Directive> directives = [];
        while (_token.Kind == TokenKind.At)
        {
            var start = Expect(TokenKind.At).Location;
            var name = ReadName();
            directives.Add(new(name, ReadArguments(isConst), start));
        }

        return directives;
    }

    private Value ReadValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Dollar when !isConst:
                Advance();
                return new VariableValue(ReadName(), token.Location);
            case TokenKind.Int:
                Advance();
                return new IntValue(token.Text, token.Location);
            case TokenKind.Float:
                Advance();
                return new FloatValue(token.Text, token.Location);
            case TokenKind.String or TokenKind.BlockString:
                Advance();
                return new StringValue(token.Text, token.Location);
            case TokenKind.Name:
                Advance();
                return token.Text switch
                {
                    "true" or "false" => new BooleanValue(token.Text == "true", token.Location),
                    "null" => new NullValue(token.Location),
                    _ => new EnumValue(token.Text, token.Location),
                };
            case TokenKind.LeftBracket:
                Enter();
                var items = ReadAny(TokenKind.LeftBracket, TokenKind.RightBracket, () => ReadValue(isConst));
                _nesting--;
                return new ListValue(items, token.Location);
            case TokenKind.LeftBrace:
                Enter();
                var fields = ReadAny(TokenKind.LeftBrace, TokenKind.RightBrace, () =>
                {
                    var start = _token.Location;
                    var name = ReadName();
                    Expect(TokenKind.Colon);
                    return new ObjectField(name, ReadValue(isConst), start);
                });
                _nesting--;
                return new ObjectValue(fields, token.Location);
            default:
                throw Unexpected();
        }
    }

    private TypeReference ReadType()
    {
        var start = _token.Location;
        TypeReference type;
        if (_token.Kind == TokenKind.LeftBracket)
        {
            Enter();
            Advance();
            type = new ListTypeReference(ReadType(), start);
            Expect(TokenKind.RightBracket);
            _nesting--;
        }
        else
        {
            type = ReadNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeReference(type, start) : type;
    }

    private NamedTypeReference ReadNamedType()
    {
        var start = _token.Location;
        return new(ReadName(), start);
    }

    private string ReadName() => Expect(TokenKind.Name).Text;

    private List<T> ReadMany<T>(TokenKind open, TokenKind close, Func<T> read)
    {
        Expect(open);
        List<T> items = [];
        do items.Add(read());
        while (!Skip(close));
        return items;
    }

    private List<T> ReadAny<T>(TokenKind open, TokenKind close, Func<T> read)
    {
        Expect(open);
        List<T> items = [];
        while (!Skip(close)) items.Add(read());
        return items;
    }

    private IReadOnlyList<T> ReadOptional<T>(TokenKind open, TokenKind close, Func<T> read)
        => _token.Kind == open ? ReadMany(open, close, read) : [];

    private bool AtKeyword(string keyword) => _token.Kind == TokenKind.Name && _token.Text == keyword;

    private bool SkipKeyword(string keyword)
    {
        if (!AtKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private Location ExpectKeyword(string keyword)
    {
        var start = _token.Location;
        return SkipKeyword(keyword) ? start : throw Unexpected($"\"{keyword}\"");
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        return Skip(kind) ? token : throw Unexpected(kind == TokenKind.Name ? "a name" : null);
    }

    private void Advance() => _token = _lexer.Next();

    /// <summary>One level deeper: without a bound, a document of brackets would use up the stack.</summary>
    private void Enter()
    {
        if (++_nesting > _maxNesting) throw new GraphQLSyntaxException($"The document nests deeper than {_maxNesting} levels.", _token.Location);
    }

    private GraphQLSyntaxException Unexpected(string? expected = null)
        => new(expected is null ? $"Syntax error: unexpected {_token}." : $"Syntax error: expected {expected}, found {_token}.", _token.Location);
}

namespace Outreach.FakeServer.Crm.GraphQL;

internal sealed partial class Parser
{
    private TypeSystemExtension ReadExtension()
    {
        var start = ExpectKeyword("extend");
        return new(ReadTypeSystemDefinition(described: false), start);
    }

    private TypeSystemDefinition ReadTypeSystemDefinition(bool described = true)
    {
        var description = described ? ReadDescription() : null;
        var start = _token.Location;
        var keyword = _token.Kind == TokenKind.Name ? _token.Text : throw Unexpected();
        if (keyword is not ("schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive")) throw Unexpected();
        Advance();
        return keyword switch
        {
            "schema" => new SchemaDefinition(
                description, ReadDirectives(isConst: true), ReadOptional(TokenKind.LeftBrace, TokenKind.RightBrace, ReadRootType), start),
            "scalar" => new ScalarTypeDefinition(description, ReadName(), ReadDirectives(isConst: true), start),
            "type" => new ObjectTypeDefinition(description, ReadName(), ReadInterfaces(), ReadDirectives(isConst: true), ReadFieldDefinitions(), start),
            "interface" => new InterfaceTypeDefinition(description, ReadName(), ReadInterfaces(), ReadDirectives(isConst: true), ReadFieldDefinitions(), start),
            "union" => new UnionTypeDefinition(description, ReadName(), ReadDirectives(isConst: true), ReadMembers(), start),
            "enum" => new EnumTypeDefinition(
                description, ReadName(), ReadDirectives(isConst: true), ReadOptional(TokenKind.LeftBrace, TokenKind.RightBrace, ReadEnumValue), start),
            "input" => new InputObjectTypeDefinition(
                description, ReadName(), ReadDirectives(isConst: true), ReadOptional(TokenKind.LeftBrace, TokenKind.RightBrace, ReadInputValue), start),
            _ => ReadDirectiveDefinition(description, start),
        };
    }

    private string? ReadDescription()
    {
        if (_token.Kind is not (TokenKind.String or TokenKind.BlockString)) return null;
        var text = _token.Text;
        Advance();
        return text;
    }

    private (OperationType Operation, NamedTypeReference Type) ReadRootType()
    {
        var operation = ReadOperationType();
        Expect(TokenKind.Colon);
        return (operation, ReadNamedType());
    }

    private IReadOnlyList<NamedTypeReference> ReadInterfaces()
        => SkipKeyword("implements") ? ReadSeparated(TokenKind.Ampersand, ReadNamedType) : [];

    private IReadOnlyList<NamedTypeReference> ReadMembers()
        => Skip(TokenKind.EqualsSign) ? ReadSeparated(TokenKind.Pipe, ReadNamedType) : [];

    private List<T> ReadSeparated<T>(TokenKind separator, Func<T> read)
    {
        Skip(separator);
        List<T> items = [];
        do items.Add(read());
        while (Skip(separator));
        return items;
    }

    private IReadOnlyList<FieldDefinition> ReadFieldDefinitions()
        => ReadOptional(TokenKind.LeftBrace, TokenKind.RightBrace, () =>
        {
            var description = ReadDescription();
            var start = _token.Location;
            var name = ReadName();
            var arguments = ReadOptional(TokenKind.LeftParenthesis, TokenKind.RightParenthesis, ReadInputValue);
            Expect(TokenKind.Colon);
            return new FieldDefinition(description, name, arguments, ReadType(), ReadDirectives(isConst: true), start);
        });

    private InputValueDefinition ReadInputValue()
    {
        var description = ReadDescription();
        var start = _token.Location;
        var name = ReadName();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var value = Skip(TokenKind.EqualsSign) ? ReadValue(isConst: true) : null;
        return new(description, name, type, value, ReadDirectives(isConst: true), start);
    }

    private EnumValueDefinition ReadEnumValue()
    {
        var description = ReadDescription();
        var start = _token.Location;
        if (_token.Kind == TokenKind.Name && _token.Text is "true" or "false" or "null") throw Unexpected();
        return new(description, ReadName(), ReadDirectives(isConst: true), start);
    }

    private DirectiveDefinition ReadDirectiveDefinition(string? description, Location start)
    {
        Expect(TokenKind.At);
        var name = ReadName();
        var arguments = ReadOptional(TokenKind.LeftParenthesis, TokenKind.RightParenthesis, ReadInputValue);
        var repeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new(description, name, arguments, repeatable, ReadSeparated(TokenKind.Pipe, ReadName), start);
    }
}

using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

public class ParserTests
{
    private static Field FirstField(string document) => (Field)((OperationDefinition)Parser.Parse(document).Definitions[0]).SelectionSet.Selections[0];

    [Fact]
    public void A_document_of_one_query_needs_no_keyword()
    {
        var operation = (OperationDefinition)Parser.Parse("{ field }").Definitions.Single();
        operation.Operation.Should().Be(OperationType.Query);
        operation.Name.Should().BeNull();
        operation.SelectionSet.Selections.Should().ContainSingle();
    }

    [Fact]
    public void An_operation_has_name_variables_and_directives()
    {
        var operation = (OperationDefinition)Parser.Parse("mutation Like($id: ID!, $tags: [String!] = [\"a\"] @d) @live(now: true) { like(id: $id) { count } }").Definitions[0];
        operation.Operation.Should().Be(OperationType.Mutation);
        operation.Name.Should().Be("Like");
        operation.Variables.Select(v => v.Name).Should().Equal("id", "tags");
        operation.Variables[0].Type.Should().BeOfType<NonNullTypeReference>().Which.Of.Should().BeOfType<NamedTypeReference>();
        operation.Variables[1].DefaultValue.Should().BeOfType<ListValue>();
        operation.Variables[1].Directives.Should().ContainSingle();
        operation.Directives.Single().Arguments.Single().Name.Should().Be("now");
    }

    [Fact]
    public void A_field_has_alias_arguments_directives_and_selections()
    {
        var field = FirstField("{ small: pic(size: 64, round: true) @skip(if: $no) { url } }");
        (field.Alias, field.Name, field.ResponseKey).Should().Be(("small", "pic", "small"));
        field.Arguments.Select(a => a.Name).Should().Equal("size", "round");
        field.Directives.Single().Arguments.Single().Value.Should().BeOfType<VariableValue>();
        field.SelectionSet!.Selections.Should().ContainSingle();
        field.Location.Should().Be(new Location(1, 3));
    }

    [Theory]
    [InlineData("1", typeof(IntValue))]
    [InlineData("1.5", typeof(FloatValue))]
    [InlineData("\"a\"", typeof(StringValue))]
    [InlineData("\"\"\"a\"\"\"", typeof(StringValue))]
    [InlineData("true", typeof(BooleanValue))]
    [InlineData("null", typeof(NullValue))]
    [InlineData("EAST", typeof(EnumValue))]
    [InlineData("[]", typeof(ListValue))]
    [InlineData("[1, [2]]", typeof(ListValue))]
    [InlineData("{}", typeof(ObjectValue))]
    [InlineData("{a: {b: $c}}", typeof(ObjectValue))]
    [InlineData("$query", typeof(VariableValue))]
    public void Values_have_their_kinds(string text, Type kind) => FirstField($"{{ f(a: {text}) }}").Arguments[0].Value.Should().BeOfType(kind);

    [Theory]
    [InlineData("[1, -2.5e3, \"a\\\"b\\n\\u0001\", true, null, E, {a: $b, c: []}]")]
    public void Values_print_as_they_were_written(string text) => ValuePrinter.Print(FirstField($"{{ f(a: {text}) }}").Arguments[0].Value).Should().Be(text);

    [Fact]
    public void Fragments_are_spread_or_inline_with_or_without_a_type()
    {
        var document = Parser.Parse("{ ...F @a ... on User { id } ... @include(if: true) { id } ... { on } } fragment F on User @b { fragment }");
        var selections = ((OperationDefinition)document.Definitions[0]).SelectionSet.Selections;
        selections[0].Should().BeOfType<FragmentSpread>().Which.Name.Should().Be("F");
        selections[1].Should().BeOfType<InlineFragment>().Which.TypeCondition!.Name.Should().Be("User");
        selections[2].Should().BeOfType<InlineFragment>().Which.TypeCondition.Should().BeNull();
        selections[3].Should().BeOfType<InlineFragment>().Which.Directives.Should().BeEmpty();
        document.Definitions[1].Should().BeOfType<FragmentDefinition>().Which.TypeCondition.Name.Should().Be("User");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("{")]
    [InlineData("{ }")]
    [InlineData("{ a } }")]
    [InlineData("{ a(}")]
    [InlineData("{ a() }")]
    [InlineData("{ a: }")]
    [InlineData("{ a(b: ) }")]
    [InlineData("{ a(b c) }")]
    [InlineData("{ a @ }")]
    [InlineData("{ ...on }")]
    [InlineData("{ ... }")]
    [InlineData("query () { a }")]
    [InlineData("query ($a) { a }")]
    [InlineData("query ($a: Int = $b) { a }")]
    [InlineData("query ($a: [Int) { a }")]
    [InlineData("query ($a: Int!!) { a }")]
    [InlineData("query Q")]
    [InlineData("fragment on on T { a }")]
    [InlineData("fragment F { a }")]
    [InlineData("fragment F on T")]
    [InlineData("notAnOperation Foo { field }")]
    [InlineData("\"described\" query { a }")]
    [InlineData("enum E { true }")]
    [InlineData("type T { }")]
    [InlineData("directive @d FIELD")]
    public void What_breaks_the_grammar_is_refused(string document)
        => FluentActions.Invoking(() => Parser.Parse(document)).Should().Throw<GraphQLSyntaxException>();

    [Fact]
    public void A_syntax_error_tells_its_place()
        => FluentActions.Invoking(() => Parser.Parse("{\n  a(b: ]\n}")).Should().Throw<GraphQLSyntaxException>().Which.Location.Should().Be(new Location(2, 8));

    [Fact]
    public void Definitions_of_types_are_read_with_their_descriptions()
    {
        var document = Parser.Parse("""
            "the schema" schema @a { query: Q mutation: M }
            "a scalar" scalar Url @specifiedBy(url: "x")
            "an object" type Q implements & A & B @c { "a field" f("an argument" a: Int = 1 @d): [T!]! @deprecated }
            interface A implements B { id: ID }
            union U @u = | Q | R
            enum E { "one" ONE @deprecated(reason: "two") TWO }
            input I { a: Int! = 3 b: [I!] }
            directive @go(far: Int) repeatable on | FIELD | QUERY
            extend type Q { more: Int }
            """);
        document.Definitions.Select(d => d.GetType().Name).Should().Equal(
            "SchemaDefinition", "ScalarTypeDefinition", "ObjectTypeDefinition", "InterfaceTypeDefinition", "UnionTypeDefinition",
            "EnumTypeDefinition", "InputObjectTypeDefinition", "DirectiveDefinition", "TypeSystemExtension");
        var type = (ObjectTypeDefinition)document.Definitions[2];
        type.Description.Should().Be("an object");
        type.Interfaces.Select(i => i.Name).Should().Equal("A", "B");
        type.Fields.Single().Arguments.Single().Description.Should().Be("an argument");
        ((DirectiveDefinition)document.Definitions[7]).IsRepeatable.Should().BeTrue();
    }
}

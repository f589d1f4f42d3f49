using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

public class SchemaTests
{
    [Theory]
    [InlineData("type T { a: Int }", "query type")]
    [InlineData("type Query { a: Missing }", "not defined")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "defined twice")]
    [InlineData("type Query { a: Int a: Int }", "defined twice")]
    [InlineData("type Query { a(b: Int, b: Int): Int }", "defined twice")]
    [InlineData("enum E { A A } type Query { a: E }", "defined twice")]
    [InlineData("type Query { a: I } input I { b: Int }", "input type")]
    [InlineData("type Query { a(b: Query): Int }", "output type")]
    [InlineData("type Query { a(b: Int = \"x\"): Int }", "default")]
    [InlineData("type Query { a(b: E = C): Int } enum E { D }", "default")]
    [InlineData("type Query { __a: Int }", "reserved")]
    [InlineData("type __T { a: Int } type Query { a: Int }", "reserved")]
    [InlineData("type Query implements Query { a: Int }", "cannot stand here")]
    [InlineData("union U = E enum E { A } type Query { a: U }", "cannot stand here")]
    [InlineData("type Query", "no fields")]
    [InlineData("directive @skip on FIELD type Query { a: Int }", "defined twice")]
    [InlineData("type Query { a: Int } extend type Query { b: Int }", "definitions of types")]
    [InlineData("type Query { a }", "cannot be read")]
    public void A_schema_that_is_not_sound_is_refused(string sdl, string problem)
        => FluentActions.Invoking(() => Schema.Build(sdl)).Should().Throw<FormatException>().WithMessage($"*{problem}*");

    [Fact]
    public void Root_types_are_found_by_name_or_by_the_schema_definition()
    {
        SpecSchema.Instance.MutationType!.Name.Should().Be("Mutation");
        var named = Schema.Build("schema { query: Reading } type Reading { a: Int } type Mutation { b: Int }");
        named.QueryType.Name.Should().Be("Reading");
        named.MutationType.Should().BeNull();
    }

    [Fact]
    public void The_schema_of_crm_is_built_from_its_contract()
    {
        var schema = CrmSchema.Instance;
        schema.QueryType.Fields.Should().HaveCount(22);
        schema.MutationType!.Fields.Should().ContainKey("mergeCustomers");
        schema.QueryType.Fields["customers"].Type.ToString().Should().Be("CustomerConnection!");
        schema.MutationType.Fields["addSegmentMembers"].Arguments["customerIds"].Type.ToString().Should().Be("[ID!]!");
        ((InputObjectType)schema.Types["PaginationInput"]).Fields["take"].Default.Should().Be(25);
        ((InputObjectType)schema.Types["CreateEventPromotionInput"]).Fields["reminderDays"].Default.Should().BeEquivalentTo(Array.Empty<object>());
    }

    [Fact]
    public void A_resolver_for_a_field_that_does_not_exist_is_refused()
        => FluentActions.Invoking(() => SpecSchema.Executor(("Query", "bird", _ => null))).Should().Throw<ArgumentException>().WithMessage("*Query.bird*");
}

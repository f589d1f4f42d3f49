using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>What resolvers get: literals and variables as coerced values.</summary>
public class CoercionTests
{
    /// <summary>What the field was called with, as JSON; the errors when it was not called.</summary>
    private static string Called(string query, string? variables = null)
    {
        string? seen = null;
        object? Note(ArgumentValues arguments)
        {
            seen = JsonForm.ToElement(arguments.Values).GetRawText();
            return null;
        }

        var executor = SpecSchema.Executor(
            ("Query", "arguments", _ => new Dictionary<string, object?>()),
            ("Arguments", "intArgField", Note),
            ("Arguments", "floatArgField", Note),
            ("Arguments", "idArgField", Note),
            ("Arguments", "booleanListArgField", Note),
            ("Arguments", "optionalNonNullBooleanArgField", Note),
            ("Query", "findDog", Note),
            ("Query", "findDogs", Note),
            ("Query", "anything", Note));
        var result = executor.Execute(query, null, variables is null ? null : SpecSchema.Element(variables));
        return seen ?? string.Join(' ', result.Errors.Select(e => $"{e.Code} {e.Message}"));
    }

    [Theory]
    [InlineData("{ arguments { intArgField(intArg: 7) } }", """{"intArg":7}""")]
    [InlineData("{ arguments { intArgField } }", "{}")]
    [InlineData("{ arguments { intArgField(intArg: null) } }", """{"intArg":null}""")]
    [InlineData("{ arguments { floatArgField(floatArg: 2) } }", """{"floatArg":2}""")]
    [InlineData("{ arguments { idArgField(idArg: 12) } }", """{"idArg":"12"}""")]
    [InlineData("{ arguments { booleanListArgField(booleanListArg: true) } }", """{"booleanListArg":[true]}""")]
    [InlineData("{ arguments { booleanListArgField(booleanListArg: [true, null]) } }", """{"booleanListArg":[true,null]}""")]
    [InlineData("{ arguments { optionalNonNullBooleanArgField } }", """{"optionalBooleanArg":false}""")]
    [InlineData("{ findDogs(nested: 1) }", """{"nested":[[1]]}""")]
    [InlineData("{ findDogs(nested: [[1], 2, null]) }", """{"nested":[[1],[2],null]}""")]
    [InlineData("{ findDog(complex: {}) { name } }", """{"complex":{"age":3,"required":true}}""")]
    [InlineData("{ findDog(complex: {age: null, inner: {name: \"a\"}}) { name } }", """{"complex":{"age":null,"required":true,"inner":[{"name":"a","age":3,"required":true}]}}""")]
    [InlineData("{ anything(value: {a: [1, 2.50, E, \"s\", true, null]}) }", """{"value":{"a":[1,2.50,"E","s",true,null]}}""")]
    public void Literals_are_coerced(string query, string arguments) => Called(query).Should().Be(arguments);

    [Theory]
    [InlineData("query($v: Int) { arguments { intArgField(intArg: $v) } }", "{}", "{}")]
    [InlineData("query($v: Int) { arguments { intArgField(intArg: $v) } }", """{"v":null}""", """{"intArg":null}""")]
    [InlineData("query($v: Int) { arguments { intArgField(intArg: $v) } }", """{"v":1.0,"unused":2}""", """{"intArg":1}""")]
    [InlineData("query($v: Int = 5) { arguments { intArgField(intArg: $v) } }", "{}", """{"intArg":5}""")]
    [InlineData("query($v: Int = 5) { arguments { intArgField(intArg: $v) } }", """{"v":null}""", """{"intArg":null}""")]
    [InlineData("query($v: ID) { arguments { idArgField(idArg: $v) } }", """{"v":12}""", """{"idArg":"12"}""")]
    [InlineData("query($v: [Boolean]!) { arguments { booleanListArgField(booleanListArg: $v) } }", """{"v":true}""", """{"booleanListArg":[true]}""")]
    [InlineData("query($v: Boolean) { arguments { optionalNonNullBooleanArgField(optionalBooleanArg: $v) } }", "{}", """{"optionalBooleanArg":false}""")]
    [InlineData("query($v: [[Int]]) { findDogs(nested: $v) }", """{"v":[[1],2,null]}""", """{"nested":[[1],[2],null]}""")]
    [InlineData("query($v: [Int]) { findDogs(nested: [$v]) }", """{"v":4}""", """{"nested":[[4]]}""")]
    [InlineData("query($v: String) { findDog(complex: {name: $v}) { name } }", "{}", """{"complex":{"age":3,"required":true}}""")]
    [InlineData("query($v: Int) { findDog(complex: {age: $v}) { name } }", "{}", """{"complex":{"age":3,"required":true}}""")]
    [InlineData("query($v: ComplexInput) { findDog(complex: $v) { name } }", """{"v":{"inner":{"age":1}}}""", """{"complex":{"age":3,"required":true,"inner":[{"age":1,"required":true}]}}""")]
    [InlineData("query($v: JSON) { anything(value: $v) }", """{"v":{"a":[1.50,null]}}""", """{"value":{"a":[1.50,null]}}""")]
    [InlineData("query($v: JSON, $w: Int) { anything(value: {a: [$v, $w], b: $w, c: $v}) }", """{"v":{"x":1}}""", """{"value":{"a":[{"x":1},null],"c":{"x":1}}}""")]
    public void Variables_are_coerced(string query, string variables, string arguments) => Called(query, variables).Should().Be(arguments);

    [Theory]
    [InlineData("Int", "\"1\"", "$v\" is no Int")]
    [InlineData("Int", "1.5", "$v\" is no Int")]
    [InlineData("Int", "2147483648", "$v\" is no Int")]
    [InlineData("Int!", "null", "$v\" must not be null")]
    [InlineData("Int!", null, "$v\" needs a value")]
    [InlineData("Float", "\"1\"", "$v\" is no Float")]
    [InlineData("String", "1", "$v\" is no String")]
    [InlineData("Boolean", "0", "$v\" is no Boolean")]
    [InlineData("ID", "1.5", "$v\" is no ID")]
    [InlineData("DogCommand", "\"JUMP\"", "$v\" is no DogCommand")]
    [InlineData("DogCommand", "1", "$v\" is no DogCommand")]
    [InlineData("[Int!]", "[1,null]", "$v[1]\" must not be null")]
    [InlineData("[[Int]]", "[[1],[2,\"x\"]]", "$v[1][1]\" is no Int")]
    [InlineData("ComplexInput", "1", "$v\" is no ComplexInput")]
    [InlineData("ComplexInput", """{"flavour":1}""", "a field \"flavour\"")]
    [InlineData("ComplexInput", """{"inner":[{"age":"x"}]}""", "$v.inner[0].age\" is no Int")]
    [InlineData("ComplexInput", """{"required":null}""", "$v.required\" must not be null")]
    public void A_variable_that_does_not_fit_stops_the_request(string type, string? value, string problem)
    {
        var result = SpecSchema.Executor().Execute(
            $"query($v: {type}) {{ anything(value: [$v]) }}", null, SpecSchema.Element(value is null ? "{}" : $$"""{"v":{{value}}}"""));
        result.HasData.Should().BeFalse();
        result.Errors.Should().ContainSingle().Which.Message.Should().Contain(problem);
        result.Errors[0].Code.Should().Be("GRAPHQL_VALIDATION_FAILED");
    }

    [Fact]
    public void Variables_that_are_no_object_stop_the_request()
        => SpecSchema.Executor().Execute("{ dog { name } }", null, SpecSchema.Element("[]")).Json().Should()
            .Be("""{"errors":[{"message":"Variables must be an object.","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""");

    [Fact]
    public void Null_for_a_place_that_only_has_a_default_fails_at_the_field()
    {
        var result = SpecSchema.Executor(("Query", "arguments", _ => new Dictionary<string, object?>())).Execute(
            "query($v: Boolean) { arguments { optionalNonNullBooleanArgField(optionalBooleanArg: $v) } }", null, SpecSchema.Element("""{"v":null}"""));
        result.Errors.Should().ContainSingle().Which.Code.Should().Be("VALIDATION_ERROR");
        result.Errors[0].Path.Should().Equal("arguments", "optionalNonNullBooleanArgField");
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", true)]
    [InlineData("2026-01-02T03:04:05.123+02:00", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-02-30T00:00:00Z", false)]
    [InlineData("2026-01-02T03:04:05", false)]
    [InlineData("yesterday", false)]
    public void A_date_time_is_rfc_3339(string text, bool valid)
    {
        new DateTimeScalar().TryRead(new StringValue(text, new(1, 1)), null, out var literal).Should().Be(valid);
        new DateTimeScalar().TryRead(SpecSchema.Element($"\"{text}\""), out var json).Should().Be(valid);
        (literal, json).Should().Be(valid ? (text, text) : (null, null));
    }

    [Fact]
    public void Arguments_are_read_by_their_types()
    {
        ArgumentValues? seen = null;
        SpecSchema.Executor(("Query", "findDog", arguments => (seen = arguments).Has("none") ? 1 : null))
            .Execute("{ findDog(complex: {name: \"Fido\", required: false}) { name } }");
        var complex = seen!.Object("complex");
        complex.Text("name").Should().Be("Fido");
        complex.Int("age").Should().Be(3);
        complex.Flag("required").Should().BeFalse();
        complex.Text("owner").Should().BeNull();
        complex.Has("owner").Should().BeFalse();
        complex.Json("owner").Should().BeNull();
        seen.Json("complex")!.Value.GetRawText().Should().Be("""{"name":"Fido","age":3,"required":false}""");
    }
}

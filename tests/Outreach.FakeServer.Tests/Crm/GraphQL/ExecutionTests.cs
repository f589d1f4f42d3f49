using System.Text.Json;
using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>Sections 6 and 7: what comes back.</summary>
public class ExecutionTests
{
    private static readonly JsonElement Dog = SpecSchema.Element("""
        {"__typename":"Dog","name":"Fido","nickname":null,"barkVolume":3,"color":"BROWN","isHouseTrained":true,
         "owner":{"__typename":"Human","name":"Ann","pets":[{"__typename":"Cat","name":"Tom","meowVolume":1},{"__typename":"Dog","name":"Rex"}]}}
        """);

    private static readonly GraphQLExecutor Pets = SpecSchema.Executor(
        ("Query", "dog", _ => Dog), ("Query", "pet", _ => Dog), ("Query", "catOrDog", _ => Dog), ("Query", "human", _ => Dog.GetProperty("owner")));

    [Theory]
    [InlineData("{ dog { name barkVolume color } }", """{"dog":{"name":"Fido","barkVolume":3,"color":"BROWN"}}""")]
    [InlineData("{ dog { barkVolume called: name nickname extra { string } } }", """{"dog":{"barkVolume":3,"called":"Fido","nickname":null,"extra":null}}""")]
    [InlineData("{ __typename dog { __typename t: __typename } }", """{"__typename":"Query","dog":{"__typename":"Dog","t":"Dog"}}""")]
    [InlineData("{ cat { name } }", """{"cat":null}""")]
    [InlineData("{ human { pets { name __typename ... on Cat { meowVolume } } } }", """{"human":{"pets":[{"name":"Tom","__typename":"Cat","meowVolume":1},{"name":"Rex","__typename":"Dog"}]}}""")]
    [InlineData("{ pet { ...p ... on Dog { barkVolume } ... on Cat { meowVolume } } } fragment p on Pet { name }", """{"pet":{"name":"Fido","barkVolume":3}}""")]
    [InlineData("{ catOrDog { ... on Pet { name } ... { __typename } } }", """{"catOrDog":{"name":"Fido","__typename":"Dog"}}""")]
    [InlineData("{ dog { owner { name } } ...q } fragment q on Query { dog { name owner { __typename } } }", """{"dog":{"owner":{"name":"Ann","__typename":"Human"},"name":"Fido"}}""")]
    [InlineData("{ dog { name @skip(if: true) barkVolume @skip(if: false) color @include(if: false) } }", """{"dog":{"barkVolume":3}}""")]
    [InlineData("{ dog { barkVolume @include(if: true) @skip(if: true) ... @include(if: false) { name } ...n @skip(if: true) color } } fragment n on Dog { nickname }", """{"dog":{"color":"BROWN"}}""")]
    [InlineData("{ dog { name @skip(if: true) ...n } } fragment n on Dog { name barkVolume }", """{"dog":{"name":"Fido","barkVolume":3}}""")]
    public void Data_follows_the_selections(string query, string data) => Pets.Execute(query).Json().Should().Be($$"""{"data":{{data}}}""");

    [Theory]
    [InlineData("""{"yes":true}""", """{"dog":{"name":"Fido"}}""")]
    [InlineData("""{"yes":false}""", """{"dog":{}}""")]
    public void Conditions_may_be_variables(string variables, string data)
        => Pets.Execute("query($yes: Boolean!) { dog { name @include(if: $yes) } }", null, SpecSchema.Element(variables)).Json().Should().Be($$"""{"data":{{data}}}""");

    [Fact]
    public void A_resolver_gets_source_arguments_and_context()
    {
        var executor = new GraphQLExecutor(SpecSchema.Instance, new Dictionary<(string, string), Resolver>
        {
            [("Query", "dog")] = (source, _, context) => new Dictionary<string, object?> { ["name"] = $"{source ?? "root"} {context}" },
            [("Dog", "isHouseTrained")] = (source, arguments, _) => ((IReadOnlyDictionary<string, object?>)source!)["name"] is "root world" && arguments.Flag("atOtherHomes") is true,
        });
        executor.Execute("{ dog { name isHouseTrained(atOtherHomes: true) } }", context: "world").Json().Should()
            .Be("""{"data":{"dog":{"name":"root world","isHouseTrained":true}}}""");
    }

    [Fact]
    public void Mutations_run_one_after_the_other_in_order()
    {
        List<string> log = [];
        var executor = SpecSchema.Executor(
            ("Mutation", "rename", a =>
            {
                log.Add(a.Text("name")!);
                return new Dictionary<string, object?> { ["name"] = a.Text("name") };
            }
        ),
            ("Mutation", "feed", a =>
            {
                log.Add($"feed {a.Int("grams")}");
                return log.Count;
            }
        ));
        executor.Execute("mutation { b: rename(name: \"B\") { name } feed a: rename(name: \"A\") { name } }").Json().Should()
            .Be("""{"data":{"b":{"name":"B"},"feed":2,"a":{"name":"A"}}}""");
        log.Should().Equal("B", "feed 10", "A");
    }

    [Fact]
    public void After_a_mutation_that_may_not_be_null_has_failed_the_later_ones_do_not_run()
    {
        var ran = false;
        var result = SpecSchema.Executor(
            ("Mutation", "feed", _ => throw new GraphQLFieldException("INVALID_STATE", "Not hungry")),
            ("Mutation", "rename", _ => ran = true)).Execute("mutation { feed rename(name: \"A\") { name } }", requestId: "req_1");
        ran.Should().BeFalse();
        result.Json().Should().Be(
            """{"data":null,"errors":[{"message":"Not hungry","locations":[{"line":1,"column":12}],"path":["feed"],"extensions":{"code":"INVALID_STATE","requestId":"req_1"}}]}""");
    }

    [Fact]
    public void A_resolvers_error_stands_at_its_path_and_leaves_the_rest()
    {
        var executor = SpecSchema.Executor(
            ("Query", "dog", _ => Dog),
            ("Query", "cat", _ => throw new GraphQLFieldException("FORBIDDEN", "Missing scope crm:read")));
        executor.Execute("{ tom: cat { name } dog { name } }", requestId: "req_9f2c41").Json().Should().Be(
            """{"data":{"tom":null,"dog":{"name":"Fido"}},"errors":[{"message":"Missing scope crm:read","locations":[{"line":1,"column":3}],"path":["tom"],"extensions":{"code":"FORBIDDEN","requestId":"req_9f2c41"}}]}""");
    }

    [Theory]
    [InlineData("{ dog { name } cat { nickname } }", """{"dog":{},"cat":{}}""", """{"dog":null,"cat":{"nickname":null}}""", "dog.name")]
    [InlineData("{ human { name pets { name } } }", """{"human":{"name":"A","pets":[{"__typename":"Dog","name":"B"},{"__typename":"Dog"}]}}""", """{"human":{"name":"A","pets":null}}""", "human.pets.1.name")]
    [InlineData("{ human { pets { name } } }", """{"human":{"pets":[null]}}""", """{"human":{"pets":null}}""", "human.pets.0")]
    [InlineData("{ human { pets { name } } }", """{"human":{"pets":{}}}""", """{"human":{"pets":null}}""", "human.pets")]
    [InlineData("{ human { pets { name } } }", """{"human":{"pets":[{"name":"who?"}]}}""", """{"human":{"pets":null}}""", "human.pets.0")]
    [InlineData("{ human { pets { name } } }", """{"human":{"pets":[{"__typename":"Alien","name":"Z"}]}}""", """{"human":{"pets":null}}""", "human.pets.0")]
    [InlineData("{ arguments { booleanListArgField(booleanListArg: []) } }", """{"arguments":{"booleanListArgField":[true,3,false]}}""", """{"arguments":{"booleanListArgField":[true,null,false]}}""", "arguments.booleanListArgField.1")]
    [InlineData("{ dog { barkVolume nickname } }", """{"dog":{"barkVolume":"loud","nickname":7}}""", """{"dog":{"barkVolume":null,"nickname":"7"}}""", "dog.barkVolume")]
    [InlineData("{ dog { barkVolume } }", """{"dog":{"barkVolume":3000000000}}""", """{"dog":{"barkVolume":null}}""", "dog.barkVolume")]
    [InlineData("{ dog { color } }", """{"dog":{"color":"PINK"}}""", """{"dog":{"color":null}}""", "dog.color")]
    [InlineData("{ dog { nickname } }", """{"dog":{"nickname":{}}}""", """{"dog":{"nickname":null}}""", "dog.nickname")]
    [InlineData("{ dog { nickname } }", """{"dog":"Fido"}""", """{"dog":{"nickname":null}}""", "dog.nickname")]
    public void A_value_that_does_not_fit_is_null_up_to_the_next_place_that_may_be(string query, string source, string data, string path)
    {
        var root = SpecSchema.Element(source);
        var executor = SpecSchema.Executor([.. root.EnumerateObject().Select(p => ("Query", p.Name, (Func<ArgumentValues, object?>)(_ => p.Value)))]);
        var result = executor.Execute(query);
        JsonElement.Parse(result.Json()).GetProperty("data").GetRawText().Should().Be(data);
        string.Join('.', result.Errors.Single().Path!).Should().Be(path);
        result.Errors[0].Code.Should().Be("INTERNAL_ERROR");
    }

    [Fact]
    public void Values_of_code_are_written_like_those_of_json()
    {
        var executor = SpecSchema.Executor(
            ("Query", "arguments", _ => new Dictionary<string, object?>
            {
                ["intArgField"] = 7L,
                ["floatArgField"] = 1.5m,
                ["idArgField"] = 12,
                ["booleanListArgField"] = new[] { true, false },
            }),
            ("Query", "anything", _ => new Dictionary<string, object?> { ["a"] = new object?[] { 1, "b", null, 2.5 } }));
        executor.Execute("{ arguments { intArgField floatArgField idArgField booleanListArgField(booleanListArg: []) } anything }").Json().Should()
            .Be("""{"data":{"arguments":{"intArgField":7,"floatArgField":1.5,"idArgField":"12","booleanListArgField":[true,false]},"anything":{"a":[1,"b",null,2.5]}}}""");
    }

    [Fact]
    public void Times_are_written_in_utc_and_whole_seconds()
    {
        new DateTimeScalar().TryWrite(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)), out var value).Should().BeTrue();
        value.Should().Be("2026-01-02T01:04:05Z");
    }

    [Theory]
    [InlineData("query A { dog { name } } mutation B { feed }", "B", OperationType.Mutation, true)]
    [InlineData("query A { dog { name } } mutation B { feed }", "A", OperationType.Query, true)]
    [InlineData("{ dog { name } }", null, OperationType.Query, false)]
    [InlineData("query A { dog { name } }", null, OperationType.Query, false)]
    [InlineData("query A { dog { name } }", "", OperationType.Query, false)]
    internal void The_type_of_the_operation_is_known_beforehand(string query, string? name, OperationType type, bool hasMutation)
    {
        var request = Pets.Prepare(query, name);
        request.OperationType.Should().Be(type);
        request.HasMutation.Should().Be(hasMutation);
    }

    [Theory]
    [InlineData("query A { dog { name } } query B { cat { name } }", null, "several operations")]
    [InlineData("query A { dog { name } } query B { cat { name } }", "C", "no operation named")]
    [InlineData("{ dog { name } }", "C", "no operation named")]
    [InlineData("subscription { newMessage { body } }", null, "Subscriptions")]
    public void An_operation_that_cannot_be_chosen_is_a_request_error(string query, string? name, string problem)
    {
        var result = Pets.Execute(query, name);
        result.HasData.Should().BeFalse();
        result.Errors.Single().Message.Should().Contain(problem);
    }

    [Fact]
    public void A_request_error_has_no_data_member()
    {
        Pets.Execute("{ dog {", requestId: "req_1").Json().Should().Be(
            """{"errors":[{"message":"Syntax error: expected a name, found the end of the document.","locations":[{"line":1,"column":8}],"extensions":{"code":"GRAPHQL_PARSE_FAILED","requestId":"req_1"}}]}""");
        Pets.Execute("{ bird }").Json().Should().Be(
            """{"errors":[{"message":"Type \u0022Query\u0022 has no field \u0022bird\u0022.","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""");
    }
}

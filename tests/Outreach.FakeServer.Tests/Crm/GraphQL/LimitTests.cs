using System.Text;
using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>Requests that are made to hurt get an error, and none overflows the stack.</summary>
public class LimitTests
{
    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    public static TheoryData<string, string, string> Attacks => new()
    {
        { "ten thousand aliases", "{" + Many(10_000, i => $" a{i}: __typename") + " }", "tokens" },
        { "two thousand aliases", "{" + Many(2_000, i => $" a{i}: __typename") + " }", "aliases" },
        { "six thousand fields", "{" + Repeat(" __typename", 6_000) + " }", "fields" },
        { "a huge document", "{ dog { name } } #" + new string('x', 300_000), "longer" },
        { "deep selections", Repeat("{ dog ", 100_000), "longer" },
        { "deep selections of fewer characters", Repeat("{a", 9_000), "nests deeper" },
        { "deep lists", "{ anything(value: " + Repeat("[", 15_000), "nests deeper" },
        { "deep objects", "{ anything(value: " + Repeat("{a:", 5_000), "nests deeper" },
        { "deep types", "query($a: " + Repeat("[", 15_000), "nests deeper" },
        { "deep inline fragments", Repeat("{ ... ", 5_000), "nests deeper" },
        { "deep fields", "{ human { pets { ... on Dog { owner { " + Repeat("pets { ... on Dog { owner { ", 16) + "name" + Repeat(" } } }", 16) + " } } } } }", "nests its fields deeper" },
        { "a fragment of itself", "{ dog { ...a } } fragment a on Dog { ...a }", "spreads itself" },
        { "a ring of fragments", "{ dog { ...f0 } }" + Many(40, i => $" fragment f{i} on Dog {{ ...f{(i + 1) % 40} }}"), "spreads itself" },
        { "a long ring of fragments", "{ dog { ...f0 } }" + Many(2_000, i => $" fragment f{i} on Dog {{ ...f{(i + 1) % 2_000} }}"), "more than 50 deep" },
        { "a long chain of fragments", "{ dog { ...f1999 } } fragment f0 on Dog { name }" + Many(1_999, i => $" fragment f{i + 1} on Dog {{ ...f{i} }}"), "more than 50 deep" },
        { "fragments that double", "{ dog { ...f40 } } fragment f0 on Dog { name }" + Many(40, i => $" fragment f{i + 1} on Dog {{ ...f{i} ...f{i} }}"), "more than 5000 fields" },
        { "fields that double", "{ human { ...f20 } } fragment f0 on Human { name }" + Many(20, i => $" fragment f{i + 1} on Human {{ a: pets {{ ...on Dog {{ owner {{ ...f{i} }} }} }} b: pets {{ ...on Dog {{ owner {{ ...f{i} }} }} }} }}"), "deeper" },
        { "introspection in circles", "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "introspection" },
        { "a thousand mistakes", "{" + Many(1_000, i => $" x{i}") + " }", "Too many errors" },
        { "operations that share large fragments", Many(900, i => $" query q{i} {{ ...f }}") + " fragment f on Query {" + Repeat(" __typename", 4_900) + " }", "too many ways" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_gets_an_error(string attack, string query, string problem)
    {
        var result = SpecSchema.Executor().Execute(query);
        result.HasData.Should().BeFalse(attack);
        result.Errors.Should().Contain(e => e.Message.Contains(problem));
        result.Errors.Count.Should().BeLessThanOrEqualTo(101);
    }

    [Fact]
    public void A_result_that_grows_too_large_ends_the_request()
    {
        var endless = Enumerable.Repeat<object?>(true, int.MaxValue);
        var result = SpecSchema.Executor(
                ("Query", "arguments", _ => new Dictionary<string, object?>()), ("Arguments", "booleanListArgField", _ => endless))
            .Execute("{ arguments { booleanListArgField(booleanListArg: []) } }");
        result.HasData.Should().BeFalse();
        result.Errors.Single().Message.Should().Contain("500000 values");
    }

    [Fact]
    public void A_large_but_honest_request_is_answered()
    {
        var query = "mutation {" + Many(500, i => $" a{i}: rename(name: \"n{i}\") {{ name }}") + " }";
        var result = SpecSchema.Executor(("Mutation", "rename", a => new Dictionary<string, object?> { ["name"] = a.Text("name") })).Execute(query);
        result.Errors.Should().BeEmpty();
        result.Json().Should().EndWith("""
            "a499":{"name":"n499"}}}
            """);
    }

    [Fact]
    public void Values_may_nest_as_deep_as_json_does()
    {
        var query = "query($v: JSON) { anything(value: " + Repeat("[", 55) + "$v" + Repeat("]", 55) + ") }";
        object? seen = null;
        var result = SpecSchema.Executor(("Query", "anything", a => seen = a["value"]))
            .Execute(query, null, SpecSchema.Element("{\"v\":" + Repeat("[", 60) + Repeat("]", 60) + "}"));
        result.Errors.Should().BeEmpty();
        seen.Should().NotBeNull();
        result.Json().Should().Contain(Repeat("[", 115));
    }

    /// <summary>The deepest of what the limits let through, on a stack a quarter the size of the usual one.</summary>
    [Fact]
    public void What_the_limits_allow_fits_a_small_stack()
    {
        var fragments = "{ dog { ...f48 } } fragment f0 on Dog { name }"
            + Many(48, i => $" fragment f{i + 1} on Dog {{ {Repeat("... { ", 4)}...f{i}{Repeat(" }", 4)} }}");
        var fields = "{ human { " + Repeat("pets { ... on Dog { owner { ", 15) + "name" + Repeat(" } } }", 15) + " } }";
        var values = "{ anything(value: " + Repeat("[", 62) + Repeat("]", 62) + ") }";
        object? owner = new Dictionary<string, object?> { ["name"] = "Ann" };
        for (var i = 0; i < 15; i++)
        {
            var dog = new Dictionary<string, object?> { ["__typename"] = "Dog", ["owner"] = owner };
            owner = new Dictionary<string, object?> { ["pets"] = new object?[] { dog } };
        }

        var executor = SpecSchema.Executor(
            ("Query", "dog", _ => new Dictionary<string, object?> { ["name"] = "Fido" }), ("Query", "human", _ => owner), ("Query", "anything", a => a["value"]));
        List<string> answers = [];
        var thread = new Thread(() => answers.AddRange(new[] { fragments, fields, values }.Select(query => executor.Execute(query).Json())), 384 * 1024);
        thread.Start();
        thread.Join();
        answers[0].Should().Be("""{"data":{"dog":{"name":"Fido"}}}""");
        answers[1].Should().Contain("Ann").And.NotContain("errors");
        answers[2].Should().Contain(Repeat("[", 62)).And.NotContain("errors");
    }
}

using System.Text.Json;
using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>Section 4: the schema as data.</summary>
public class IntrospectionTests
{
    /// <summary>What GraphQL clients ask for to build a schema of their own.</summary>
    private const string Standard = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
            ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    private static readonly GraphQLExecutor Crm = new(CrmSchema.Instance, new Dictionary<(string, string), Resolver>());

    private static JsonElement Data(GraphQLExecutor executor, string query)
    {
        var result = executor.Execute(query);
        result.Errors.Should().BeEmpty();
        return JsonElement.Parse(result.Json()).GetProperty("data");
    }

    private static string TypeText(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => TypeText(type.GetProperty("ofType")) + "!",
        "LIST" => $"[{TypeText(type.GetProperty("ofType"))}]",
        _ => type.GetProperty("name").GetString()!,
    };

    [Fact]
    public void The_whole_schema_of_crm_can_be_built_again_from_its_introspection()
    {
        var schema = Data(Crm, Standard).GetProperty("__schema");
        schema.GetProperty("queryType").GetProperty("name").GetString().Should().Be("Query");
        schema.GetProperty("mutationType").GetProperty("name").GetString().Should().Be("Mutation");
        schema.GetProperty("subscriptionType").ValueKind.Should().Be(JsonValueKind.Null);

        var types = schema.GetProperty("types").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);
        types.Keys.Should().BeEquivalentTo(CrmSchema.Instance.Types.Keys);
        foreach (var type in CrmSchema.Instance.Types.Values)
        {
            var described = types[type.Name];
            described.GetProperty("description").GetString().Should().Be(type.Description);
            switch (type)
            {
                case FieldsType fields:
                    described.GetProperty("fields").EnumerateArray().Select(f => (f.GetProperty("name").GetString(), TypeText(f.GetProperty("type"))))
                        .Should().Equal(fields.Fields.Values.Select(f => ((string?)f.Name, f.Type.ToString()!)));
                    foreach (var (given, own) in described.GetProperty("fields").EnumerateArray().Zip(fields.Fields.Values)) ShouldBeInputs(given.GetProperty("args"), own.Arguments);
                    described.GetProperty("interfaces").GetArrayLength().Should().Be(0);
                    break;
                case InputObjectType input:
                    ShouldBeInputs(described.GetProperty("inputFields"), input.Fields);
                    described.GetProperty("fields").ValueKind.Should().Be(JsonValueKind.Null);
                    break;
                case EnumType values:
                    described.GetProperty("enumValues").EnumerateArray().Select(v => v.GetProperty("name").GetString()).Should().Equal(values.Members.Keys);
                    break;
                default:
                    described.GetProperty("kind").GetString().Should().Be("SCALAR");
                    break;
            }
        }

        schema.GetProperty("directives").EnumerateArray().Select(d => d.GetProperty("name").GetString())
            .Should().BeEquivalentTo("skip", "include", "deprecated", "specifiedBy");

        static void ShouldBeInputs(JsonElement given, OrderedDictionary<string, InputValue> own)
            => given.EnumerateArray().Select(i => (i.GetProperty("name").GetString(), TypeText(i.GetProperty("type")), i.GetProperty("defaultValue").GetString()))
                .Should().Equal(own.Values.Select(i => ((string?)i.Name, i.Type.ToString()!, i.DefaultLiteral is null ? null : ValuePrinter.Print(i.DefaultLiteral))));
    }

    [Theory]
    [InlineData("PaginationInput", "take", "Int", "25")]
    [InlineData("CreateCustomerInput", "lifecycleStage", "LifecycleStage", "SUBSCRIBER")]
    [InlineData("CreateActivityInput", "sourceService", "String", "\"crm\"")]
    [InlineData("CreateEventPromotionInput", "reminderDays", "[Int!]", "[]")]
    [InlineData("CreateEventPromotionInput", "channels", "[PromotionChannel!]!", null)]
    public void Defaults_are_given_as_a_document_would_write_them(string type, string field, string fieldType, string? value)
    {
        var fields = Data(Crm, "{ __type(name: \"" + type + "\") { inputFields { name defaultValue type { kind name ofType { kind name ofType { kind name ofType { name kind } } } } } } }")
            .GetProperty("__type").GetProperty("inputFields").EnumerateArray();
        var found = fields.Single(f => f.GetProperty("name").GetString() == field);
        TypeText(found.GetProperty("type")).Should().Be(fieldType);
        found.GetProperty("defaultValue").GetString().Should().Be(value);
    }

    [Theory]
    [InlineData("{ __type(name: \"Pet\") { kind name possibleTypes { name } interfaces { name } fields { name } ofType { name } } }", """{"__type":{"kind":"INTERFACE","name":"Pet","possibleTypes":[{"name":"Dog"},{"name":"Cat"}],"interfaces":[],"fields":[{"name":"name"}],"ofType":null}}""")]
    [InlineData("{ __type(name: \"CatOrDog\") { kind possibleTypes { name } fields { name } enumValues { name } } }", """{"__type":{"kind":"UNION","possibleTypes":[{"name":"Cat"},{"name":"Dog"}],"fields":null,"enumValues":null}}""")]
    [InlineData("{ __type(name: \"Dog\") { kind interfaces { name } possibleTypes { name } inputFields { name } } }", """{"__type":{"kind":"OBJECT","interfaces":[{"name":"Pet"}],"possibleTypes":null,"inputFields":null}}""")]
    [InlineData("{ __type(name: \"DogCommand\") { kind enumValues { name isDeprecated deprecationReason } } }", """{"__type":{"kind":"ENUM","enumValues":[{"name":"SIT","isDeprecated":false,"deprecationReason":null},{"name":"DOWN","isDeprecated":false,"deprecationReason":null},{"name":"HEEL","isDeprecated":false,"deprecationReason":null}]}}""")]
    [InlineData("{ __type(name: \"Nothing\") { kind } }", """{"__type":null}""")]
    [InlineData("{ __type(name: \"__TypeKind\") { kind __typename } }", """{"__type":{"kind":"ENUM","__typename":"__Type"}}""")]
    public void A_type_tells_what_its_kind_has(string query, string data) => Data(SpecSchema.Executor(), query).GetRawText().Should().Be(data);

    [Fact]
    public void A_directive_tells_its_places_and_arguments()
    {
        var directives = Data(SpecSchema.Executor(), "{ __schema { directives { name locations isRepeatable args { name defaultValue } } } }").GetProperty("__schema").GetProperty("directives");
        directives.EnumerateArray().Select(d => d.GetRawText()).Should().Contain([
            """{"name":"tag","locations":["FIELD","QUERY"],"isRepeatable":true,"args":[{"name":"name","defaultValue":null}]}""",
            """{"name":"skip","locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],"isRepeatable":false,"args":[{"name":"if","defaultValue":null}]}""",
            """{"name":"deprecated","locations":["FIELD_DEFINITION","ENUM_VALUE"],"isRepeatable":false,"args":[{"name":"reason","defaultValue":"\u0022No longer supported\u0022"}]}""",
        ]);
    }

    [Theory]
    [InlineData("", """["b"]""")]
    [InlineData("(includeDeprecated: false)", """["b"]""")]
    [InlineData("(includeDeprecated: true)", """["a","b","c"]""")]
    public void Deprecated_fields_are_shown_on_request(string arguments, string names)
    {
        var executor = new GraphQLExecutor(
            Schema.Build("type Query { a: Int @deprecated b: Int c: Int @deprecated(reason: \"use b\") }"), new Dictionary<(string, string), Resolver>());
        var fields = Data(executor, $"{{ __type(name: \"Query\") {{ fields{arguments} {{ name isDeprecated deprecationReason }} }} }}").GetProperty("__type").GetProperty("fields").EnumerateArray().ToList();
        JsonForm.ToElement(fields.Select(f => (object?)f.GetProperty("name")).ToList()).GetRawText().Should().Be(names);
        fields.ToDictionary(f => f.GetProperty("name").GetString()!, f => (f.GetProperty("isDeprecated").GetBoolean(), f.GetProperty("deprecationReason").GetString()))
            .Should().BeSubsetOf(new Dictionary<string, (bool, string?)> { ["a"] = (true, "No longer supported"), ["b"] = (false, null), ["c"] = (true, "use b") });
    }

    [Fact]
    public void A_scalar_tells_where_it_is_specified()
        => Data(
            new(Schema.Build("scalar Url @specifiedBy(url: \"https://example.org/url\") type Query { a: Url }"), new Dictionary<(string, string), Resolver>()),
            "{ __type(name: \"Url\") { specifiedByURL } }").GetRawText().Should().Be("""{"__type":{"specifiedByURL":"https://example.org/url"}}""");
}

using System.Text;
using System.Text.Json;
using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>The pets that the specification explains its validation rules with, and what the tests need beside them.</summary>
internal static class SpecSchema
{
    public static Schema Instance { get; } = Schema.Build("""
        type Query {
          dog: Dog
          cat: Cat
          human: Human
          pet: Pet
          catOrDog: CatOrDog
          arguments: Arguments
          findDog(complex: ComplexInput): Dog
          findDogs(names: [String!], nested: [[Int]]): Boolean
          booleanList(booleanListArg: [Boolean!]): Boolean
          anything(value: JSON): JSON
        }
        type Mutation { rename(name: String!): Dog, feed(grams: Int! = 10): Int! }
        type Subscription { newMessage: Message, disallowedSecondRootField: Boolean }
        type Message { body: String, sender: String }
        scalar JSON
        enum DogCommand { SIT, DOWN, HEEL }
        enum CatCommand { JUMP }
        enum FurColor { BROWN BLACK }
        interface Pet { name(surname: Boolean): String! }
        interface Sentient { name: String! }
        type Dog implements Pet {
          name(surname: Boolean): String!
          nickname: String
          barkVolume: Int
          color: FurColor
          doesKnowCommand(dogCommand: DogCommand!): Boolean!
          isHouseTrained(atOtherHomes: Boolean): Boolean!
          owner: Human
          extra: Extra
        }
        type Cat implements Pet {
          name(surname: Boolean): String!
          nickname: String
          meowVolume: Int
          doesKnowCommand(catCommand: CatCommand!): Boolean!
          extra: CatExtra
        }
        type Extra { string: String }
        type CatExtra { string: Int }
        type Alien implements Sentient { name: String!, homePlanet: String }
        type Human implements Sentient { name: String!, pets: [Pet!] }
        union CatOrDog = Cat | Dog
        union HumanOrAlien = | Human | Alien
        type Arguments {
          multipleRequirements(x: Int!, y: Int!): Int!
          booleanArgField(booleanArg: Boolean): Boolean
          floatArgField(floatArg: Float): Float
          intArgField(intArg: Int): Int
          idArgField(idArg: ID): ID
          nonNullBooleanArgField(nonNullBooleanArg: Boolean!): Boolean!
          booleanListArgField(booleanListArg: [Boolean]!): [Boolean]
          optionalNonNullBooleanArgField(optionalBooleanArg: Boolean! = false): Boolean!
        }
        input ComplexInput { name: String, owner: String, age: Int = 3, required: Boolean! = true, inner: [ComplexInput!] }
        directive @tag(name: String) repeatable on FIELD | QUERY
        """);

    public static IReadOnlyList<GraphQLError> Validate(string document) => Validator.Validate(Instance, Parser.Parse(document));

    public static GraphQLExecutor Executor(params (string Type, string Field, Func<ArgumentValues, object?> Resolve)[] resolvers)
        => new(Instance, resolvers.ToDictionary(static r => (r.Type, r.Field), static r => new Resolver((_, arguments, _) => r.Resolve(arguments))));

    public static string Json(this ExecutionResult result)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) result.Write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static JsonElement Element(string json) => JsonElement.Parse(json);
}

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>What every schema has: the scalars (3.5), the directives (3.13) and the introspection types (4.2).</summary>
internal static class BuiltInDefinitions
{
    public const string Sdl = """"
        "A signed whole number of 32 bits."
        scalar Int
        "A signed number with fraction, in double precision."
        scalar Float
        "Text."
        scalar String
        "true or false."
        scalar Boolean
        "A unique identifier: always written as text; text or a whole number is accepted."
        scalar ID

        "Leaves the field or fragment out when the argument is true."
        directive @skip("Left out when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Takes the field or fragment in only when the argument is true."
        directive @include("Taken in when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Marks an element of the schema as no longer supported."
        directive @deprecated("Why, and what to use in its stead." reason: String = "No longer supported") on FIELD_DEFINITION | ENUM_VALUE
        "Says where the behaviour of a scalar is described."
        directive @specifiedBy("The address of the description." url: String!) on SCALAR

        "The schema of the service: its types, directives and root operations."
        type __Schema {
          description: String
          "All types of the service."
          types: [__Type!]!
          "The type of the query root."
          queryType: __Type!
          "The type of the mutation root, if there are mutations."
          mutationType: __Type
          "The type of the subscription root, if there are subscriptions."
          subscriptionType: __Type
          "All directives of the service."
          directives: [__Directive!]!
        }
        "A type; which members have a value depends on its kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          fields(includeDeprecated: Boolean = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
          inputFields: [__InputValue!]
          ofType: __Type
          specifiedByURL: String
        }
        "The kind of a type."
        enum __TypeKind {
          "A scalar."
          SCALAR
          "An object; fields and interfaces have a value."
          OBJECT
          "An interface; fields, interfaces and possibleTypes have a value."
          INTERFACE
          "A union; possibleTypes has a value."
          UNION
          "An enum; enumValues has a value."
          ENUM
          "An input object; inputFields has a value."
          INPUT_OBJECT
          "A list; ofType has a value."
          LIST
          "A type without null; ofType has a value."
          NON_NULL
        }
        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args: [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }
        "An argument, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default as it would stand in a document."
          defaultValue: String
        }
        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }
        "A directive that documents may use."
        type __Directive {
          name: String!
          description: String
          locations: [__DirectiveLocation!]!
          args: [__InputValue!]!
          isRepeatable: Boolean!
        }
        "A place in a document where a directive may stand."
        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """";
}

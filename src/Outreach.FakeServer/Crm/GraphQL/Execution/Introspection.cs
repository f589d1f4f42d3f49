namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The resolvers of section 4: the schema as data.</summary>
internal static class Introspection
{
    public static Dictionary<(string Type, string Field), Resolver> Resolvers(Schema schema)
    {
        Dictionary<(string Type, string Field), Resolver> resolvers = new()
        {
            [(schema.QueryType.Name, "__schema")] = (_, _, _) => schema,
            [(schema.QueryType.Name, "__type")] = (_, arguments, _) => schema.Types.GetValueOrDefault(arguments.Text("name")!),
        };
        Add<Schema>("__Schema", "description", static s => s.Description);
        Add<Schema>("__Schema", "types", static s => s.Types.Values);
        Add<Schema>("__Schema", "queryType", static s => s.QueryType);
        Add<Schema>("__Schema", "mutationType", static s => s.MutationType);
        Add<Schema>("__Schema", "subscriptionType", static s => s.SubscriptionType);
        Add<Schema>("__Schema", "directives", static s => s.Directives.Values);

        Add<SchemaType>("__Type", "kind", Kind);
        Add<SchemaType>("__Type", "name", static t => (t as NamedType)?.Name);
        Add<SchemaType>("__Type", "description", static t => (t as NamedType)?.Description);
        resolvers[("__Type", "fields")] = static (source, arguments, _) => (source as FieldsType)?.Fields.Values
            .Where(f => arguments.Flag("includeDeprecated") is true || f.DeprecationReason is null);
        Add<SchemaType>("__Type", "interfaces", static t => (t as FieldsType)?.Interfaces);
        Add<SchemaType>("__Type", "possibleTypes", t => t is InterfaceType or UnionType ? schema.PossibleTypes((CompositeType)t) : null);
        resolvers[("__Type", "enumValues")] = static (source, arguments, _) => (source as EnumType)?.Members.Values
            .Where(m => arguments.Flag("includeDeprecated") is true || m.DeprecationReason is null);
        Add<SchemaType>("__Type", "inputFields", static t => (t as InputObjectType)?.Fields.Values);
        Add<SchemaType>("__Type", "ofType", static t => (t as WrappingType)?.Of);
        Add<SchemaType>("__Type", "specifiedByURL", static t => (t as ScalarType)?.SpecifiedByUrl);

        Add<SchemaField>("__Field", "name", static f => f.Name);
        Add<SchemaField>("__Field", "description", static f => f.Description);
        Add<SchemaField>("__Field", "args", static f => f.Arguments.Values);
        Add<SchemaField>("__Field", "type", static f => f.Type);
        Add<SchemaField>("__Field", "isDeprecated", static f => f.DeprecationReason is not null);
        Add<SchemaField>("__Field", "deprecationReason", static f => f.DeprecationReason);

        Add<InputValue>("__InputValue", "name", static i => i.Name);
        Add<InputValue>("__InputValue", "description", static i => i.Description);
        Add<InputValue>("__InputValue", "type", static i => i.Type);
        Add<InputValue>("__InputValue", "defaultValue", static i => i.DefaultLiteral is null ? null : ValuePrinter.Print(i.DefaultLiteral));

        Add<EnumMember>("__EnumValue", "name", static m => m.Name);
        Add<EnumMember>("__EnumValue", "description", static m => m.Description);
        Add<EnumMember>("__EnumValue", "isDeprecated", static m => m.DeprecationReason is not null);
        Add<EnumMember>("__EnumValue", "deprecationReason", static m => m.DeprecationReason);

        Add<SchemaDirective>("__Directive", "name", static d => d.Name);
        Add<SchemaDirective>("__Directive", "description", static d => d.Description);
        Add<SchemaDirective>("__Directive", "locations", static d => d.Locations);
        Add<SchemaDirective>("__Directive", "args", static d => d.Arguments.Values);
        Add<SchemaDirective>("__Directive", "isRepeatable", static d => d.IsRepeatable);
        return resolvers;

        void Add<T>(string type, string field, Func<T, object?> read) => resolvers[(type, field)] = (source, _, _) => read((T)source!);
    }

    private static string Kind(SchemaType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };
}

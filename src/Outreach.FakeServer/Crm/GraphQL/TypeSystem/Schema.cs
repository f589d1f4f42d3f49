namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A type system (section 3): what a service can be asked.</summary>
internal sealed class Schema
{
    private readonly Dictionary<string, List<ObjectType>> _implementations = new(StringComparer.Ordinal);
    private readonly SchemaField _typename;
    private readonly SchemaField _schema;
    private readonly SchemaField _type;

    internal Schema(
        string? description,
        OrderedDictionary<string, NamedType> types,
        OrderedDictionary<string, SchemaDirective> directives,
        IReadOnlyDictionary<OperationType, ObjectType> roots)
    {
        Description = description;
        Types = types;
        Directives = directives;
        QueryType = roots[OperationType.Query];
        MutationType = roots.GetValueOrDefault(OperationType.Mutation);
        SubscriptionType = roots.GetValueOrDefault(OperationType.Subscription);
        foreach (var type in types.Values.OfType<ObjectType>())
        {
            foreach (var implemented in type.Interfaces)
            {
                if (!_implementations.TryGetValue(implemented.Name, out var list)) _implementations[implemented.Name] = list = [];
                list.Add(type);
            }
        }

        var text = types["String"];
        var name = new InputValue("name", null, new NonNullType(text), null);
        _typename = new("__typename", null, new NonNullType(text), [], null);
        _schema = new("__schema", null, new NonNullType(types["__Schema"]), [], null);
        _type = new("__type", null, types["__Type"], new(StringComparer.Ordinal) { [name.Name] = name }, null);
    }

    public string? Description { get; }

    public OrderedDictionary<string, NamedType> Types { get; }

    public OrderedDictionary<string, SchemaDirective> Directives { get; }

    public ObjectType QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    /// <param name="sdl">The definitions of the schema.</param>
    /// <param name="scalars">The scalars of its own by name; one that is missing takes any JSON value.</param>
    /// <exception cref="FormatException">The text is no valid schema.</exception>
    public static Schema Build(string sdl, IReadOnlyDictionary<string, ScalarCoercion>? scalars = null) => SchemaBuilder.Build(sdl, scalars);

    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The type that a document names, or null when the schema lacks it.</summary>
    public SchemaType? Find(TypeReference reference) => reference switch
    {
        NonNullTypeReference nonNull => Find(nonNull.Of) is { } of ? new NonNullType(of) : null,
        ListTypeReference list => Find(list.Of) is { } of ? new ListType(of) : null,
        NamedTypeReference named => Types.GetValueOrDefault(named.Name),
        _ => null,
    };

    /// <summary>The field of a type, the meta fields of section 4.1 included.</summary>
    public SchemaField? FindField(CompositeType type, string name)
    {
        switch (name)
        {
            case "__typename": return _typename;
            case "__schema" when type == QueryType: return _schema;
            case "__type" when type == QueryType: return _type;
            default: return type is FieldsType fields ? fields.Fields.GetValueOrDefault(name) : null;
        }
    }

    /// <summary>The object types that a value of the type may have.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(CompositeType type) => type switch
    {
        ObjectType itself => [itself],
        UnionType union => union.Members,
        _ => _implementations.TryGetValue(type.Name, out var list) ? list : [],
    };
}

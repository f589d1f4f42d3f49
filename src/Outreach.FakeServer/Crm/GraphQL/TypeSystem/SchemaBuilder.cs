namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Builds a schema from its definitions, the built-in ones added.</summary>
internal sealed class SchemaBuilder
{
    private static readonly Dictionary<string, ScalarCoercion> BuiltInScalars = new(StringComparer.Ordinal)
    {
        ["Int"] = new IntScalar(),
        ["Float"] = new FloatScalar(),
        ["String"] = new StringScalar(),
        ["Boolean"] = new BooleanScalar(),
        ["ID"] = new IdScalar(),
    };

    private readonly IReadOnlyDictionary<string, ScalarCoercion> _scalars;
    private readonly OrderedDictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, SchemaDirective> _directives = new(StringComparer.Ordinal);
    private readonly List<InputValue> _withDefault = [];

    private SchemaBuilder(IReadOnlyDictionary<string, ScalarCoercion>? scalars) => _scalars = scalars ?? new Dictionary<string, ScalarCoercion>();

    public static Schema Build(string sdl, IReadOnlyDictionary<string, ScalarCoercion>? scalars)
    {
        try
        {
            var own = Parser.Parse(sdl, GraphQLLimits.Trusted).Definitions;
            foreach (var definition in own.OfType<TypeDefinition>()) RefuseReserved(definition.Name, definition.Location);
            return new SchemaBuilder(scalars).Build([.. own, .. Parser.Parse(BuiltInDefinitions.Sdl, GraphQLLimits.Trusted).Definitions]);
        }
        catch (GraphQLSyntaxException e)
        {
            throw new FormatException($"The schema cannot be read at {e.Location.Line}:{e.Location.Column}: {e.Message}", e);
        }
    }

    private Schema Build(List<Definition> definitions)
    {
        foreach (var definition in definitions)
        {
            if (definition is not TypeSystemDefinition) throw Invalid("A schema holds definitions of types and directives only.", definition.Location);
            if (definition is TypeDefinition type && !_types.TryAdd(type.Name, Declare(type))) throw Invalid($"Type \"{type.Name}\" is defined twice.", type.Location);
        }

        foreach (var definition in definitions) Complete(definition);
        foreach (var input in _withDefault)
        {
            if (!LiteralCoercion.TryCoerce(input.DefaultLiteral!, input.Type, null, out var value))
                throw Invalid($"The default of \"{input.Name}\" is no {input.Type}.", input.DefaultLiteral!.Location);
            input.Default = value;
        }

        var schema = definitions.OfType<SchemaDefinition>().SingleOrDefault();
        return new(schema?.Description, _types, _directives, Roots(schema));
    }

    private Dictionary<OperationType, ObjectType> Roots(SchemaDefinition? definition)
    {
        Dictionary<OperationType, ObjectType> roots = [];
        if (definition is null)
        {
            foreach (var operation in (OperationType[])[OperationType.Query, OperationType.Mutation, OperationType.Subscription])
            {
                if (_types.GetValueOrDefault(operation.ToString()) is ObjectType type) roots[operation] = type;
            }
        }
        else
        {
            foreach (var (operation, type) in definition.RootTypes) roots[operation] = Find<ObjectType>(type);
        }

        return roots.ContainsKey(OperationType.Query) ? roots : throw Invalid("A schema needs a query type.", definition?.Location ?? new(1, 1));
    }

    private NamedType Declare(TypeDefinition definition) => definition switch
    {
        ScalarTypeDefinition => new ScalarType(
            definition.Name,
            definition.Description,
            BuiltInScalars.GetValueOrDefault(definition.Name) ?? _scalars.GetValueOrDefault(definition.Name) ?? new JsonScalar(),
            DirectiveText(definition.Directives, "specifiedBy", "url")),
        ObjectTypeDefinition => new ObjectType(definition.Name, definition.Description),
        InterfaceTypeDefinition => new InterfaceType(definition.Name, definition.Description),
        UnionTypeDefinition => new UnionType(definition.Name, definition.Description),
        EnumTypeDefinition type => new EnumType(
            type.Name,
            type.Description,
            ByName(type.Values, static v => v.Name, static v => v.Location, static v => new EnumMember(v.Name, v.Description, Deprecation(v.Directives)))),
        _ => new InputObjectType(definition.Name, definition.Description),
    };

    private void Complete(Definition definition)
    {
        switch (definition)
        {
            case ObjectTypeDefinition type:
                CompleteFields(Find<FieldsType>(type.Name), type.Fields, type.Interfaces, type.Location);
                break;
            case InterfaceTypeDefinition type:
                CompleteFields(Find<FieldsType>(type.Name), type.Fields, type.Interfaces, type.Location);
                break;
            case UnionTypeDefinition type:
                var union = (UnionType)_types[type.Name];
                union.Members.AddRange(type.Members.Select(Find<ObjectType>));
                break;
            case InputObjectTypeDefinition type:
                var input = (InputObjectType)_types[type.Name];
                if (type.Fields.Count == 0) throw Invalid($"Type \"{type.Name}\" has no fields.", type.Location);
                foreach (var (name, field) in Inputs(type.Fields)) input.Fields.Add(name, field);
                break;
            case DirectiveDefinition directive:
                var added = new SchemaDirective(directive.Name, directive.Description, Inputs(directive.Arguments), directive.Locations, directive.IsRepeatable);
                if (!_directives.TryAdd(directive.Name, added)) throw Invalid($"Directive \"@{directive.Name}\" is defined twice.", directive.Location);
                break;
        }
    }

    private void CompleteFields(FieldsType type, IReadOnlyList<FieldDefinition> fields, IReadOnlyList<NamedTypeReference> interfaces, Location location)
    {
        if (fields.Count == 0) throw Invalid($"Type \"{type.Name}\" has no fields.", location);
        foreach (var (name, field) in ByName(fields, static f => f.Name, static f => f.Location, Field)) type.Fields.Add(name, field);
        type.Interfaces.AddRange(interfaces.Select(Find<InterfaceType>));

        SchemaField Field(FieldDefinition definition)
        {
            if (!type.Name.StartsWith("__", StringComparison.Ordinal)) RefuseReserved(definition.Name, definition.Location);
            var fieldType = Resolve(definition.Type);
            if (!fieldType.IsOutput) throw Invalid($"Field \"{type.Name}.{definition.Name}\" cannot have the input type {fieldType}.", definition.Location);
            return new(definition.Name, definition.Description, fieldType, Inputs(definition.Arguments), Deprecation(definition.Directives));
        }
    }

    private OrderedDictionary<string, InputValue> Inputs(IReadOnlyList<InputValueDefinition> definitions)
        => ByName(definitions, static i => i.Name, static i => i.Location, definition =>
        {
            RefuseReserved(definition.Name, definition.Location);
            var type = Resolve(definition.Type);
            if (!type.IsInput) throw Invalid($"\"{definition.Name}\" cannot have the output type {type}.", definition.Location);
            var input = new InputValue(definition.Name, definition.Description, type, definition.DefaultValue);
            if (input.HasDefault) _withDefault.Add(input);
            return input;
        });

    private static OrderedDictionary<string, TResult> ByName<T, TResult>(
        IReadOnlyList<T> definitions, Func<T, string> name, Func<T, Location> location, Func<T, TResult> make)
    {
        OrderedDictionary<string, TResult> result = new(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (!result.TryAdd(name(definition), make(definition))) throw Invalid($"\"{name(definition)}\" is defined twice.", location(definition));
        }

        return result;
    }

    private SchemaType Resolve(TypeReference reference) => reference switch
    {
        NonNullTypeReference nonNull => new NonNullType(Resolve(nonNull.Of)),
        ListTypeReference list => new ListType(Resolve(list.Of)),
        _ => Find<NamedType>((NamedTypeReference)reference),
    };

    private T Find<T>(NamedTypeReference reference)
        where T : NamedType
        => _types.GetValueOrDefault(reference.Name) as T ?? throw Invalid($"Type \"{reference.Name}\" is not defined, or cannot stand here.", reference.Location);

    private T Find<T>(string name)
        where T : NamedType
        => (T)_types[name];

    private static string? Deprecation(IReadOnlyList<Directive> directives)
        => directives.Any(static d => d.Name == "deprecated") ? DirectiveText(directives, "deprecated", "reason") ?? "No longer supported" : null;

    private static string? DirectiveText(IReadOnlyList<Directive> directives, string name, string argument)
        => directives.FirstOrDefault(d => d.Name == name)?.Arguments.FirstOrDefault(a => a.Name == argument)?.Value is StringValue text ? text.Text : null;

    private static void RefuseReserved(string name, Location location)
    {
        if (name.StartsWith("__", StringComparison.Ordinal)) throw Invalid($"The name \"{name}\" is reserved for introspection.", location);
    }

    private static FormatException Invalid(string message, Location location) => new($"The schema is invalid at {location.Line}:{location.Column}: {message}");
}

using System.Collections;
using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>One execution of an operation (section 6).</summary>
internal sealed class Execution
{
    /// <summary>Stands for a value that failed where null is not allowed: its parent becomes null in its stead (6.4.4).</summary>
    private static readonly object Failed = new();

    private readonly Schema _schema;
    private readonly Dictionary<(string Type, string Field), Resolver> _resolvers;
    private readonly Dictionary<string, FragmentDefinition> _fragments;
    private readonly IReadOnlyDictionary<string, object?> _variables;
    private readonly object? _context;
    private readonly List<GraphQLError> _errors;

    // What is selected on the values of a field is the same for each item of a list.
    private readonly Dictionary<(List<Field> Nodes, ObjectType Type), OrderedDictionary<string, List<Field>>> _collected = [];
    private int _remaining;

    public Execution(
        Schema schema,
        Dictionary<(string Type, string Field), Resolver> resolvers,
        Document document,
        IReadOnlyDictionary<string, object?> variables,
        object? context,
        int maxResultValues,
        List<GraphQLError> errors)
    {
        _schema = schema;
        _resolvers = resolvers;
        _fragments = document.Definitions.OfType<FragmentDefinition>().ToDictionary(static f => f.Name, StringComparer.Ordinal);
        _variables = variables;
        _context = context;
        _remaining = maxResultValues;
        _errors = errors;
    }

    /// <summary>The data; null when an error reached the root. Root fields run one after the other, as mutations must.</summary>
    public object? Run(OperationDefinition operation)
    {
        var root = _schema.RootType(operation.Operation)!;
        try
        {
            var data = ExecuteSelections(root, CollectFields(root, [operation.SelectionSet]), null, null);
            return data == Failed ? null : data;
        }
        catch (GraphQLFieldException e)
        {
            _errors.Add(new(e.Message, e.Code, [operation.Location]));
            return null;
        }
    }

    private object ExecuteSelections(ObjectType type, OrderedDictionary<string, List<Field>> fields, object? source, ResponsePath? path)
    {
        OrderedDictionary<string, object?> members = new(fields.Count, StringComparer.Ordinal);
        foreach (var (key, nodes) in fields)
        {
            var value = ExecuteField(type, nodes, source, new(path, key));
            if (value == Failed) return Failed;
            members.Add(key, value);
        }

        return members;
    }

    private OrderedDictionary<string, List<Field>> CollectFields(ObjectType type, IEnumerable<SelectionSet> selections)
    {
        OrderedDictionary<string, List<Field>> fields = new(StringComparer.Ordinal);
        HashSet<string> visited = new(StringComparer.Ordinal);
        foreach (var set in selections) CollectFields(type, set, fields, visited);
        return fields;
    }

    private void CollectFields(ObjectType type, SelectionSet selections, OrderedDictionary<string, List<Field>> fields, HashSet<string> visited)
    {
        foreach (var selection in selections.Selections)
        {
            if (!IsIncluded(selection)) continue;
            switch (selection)
            {
                case Field field:
                    if (!fields.TryGetValue(field.ResponseKey, out var nodes)) fields[field.ResponseKey] = nodes = [];
                    nodes.Add(field);
                    break;
                case InlineFragment inline when Applies(inline.TypeCondition, type):
                    CollectFields(type, inline.SelectionSet, fields, visited);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name):
                    var fragment = _fragments[spread.Name];
                    if (Applies(fragment.TypeCondition, type)) CollectFields(type, fragment.SelectionSet, fields, visited);
                    break;
            }
        }
    }

    private bool IsIncluded(Selection selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name is not ("skip" or "include")) continue;
            var condition = CoerceArguments(directive.Arguments, _schema.Directives[directive.Name].Arguments).Flag("if");
            if (condition == (directive.Name == "skip")) return false;
        }

        return true;
    }

    private bool Applies(NamedTypeReference? condition, ObjectType type)
        => condition is null || _schema.PossibleTypes((CompositeType)_schema.Types[condition.Name]).Contains(type);

    private object? ExecuteField(ObjectType parent, List<Field> nodes, object? source, ResponsePath path)
    {
        var node = nodes[0];
        if (node.Name == "__typename")
        {
            CountValue();
            return parent.Name;
        }

        var definition = _schema.FindField(parent, node.Name)!;
        return Guard(definition.Type, nodes, path, () =>
        {
            var arguments = CoerceArguments(node.Arguments, definition.Arguments);
            var value = _resolvers.TryGetValue((parent.Name, node.Name), out var resolver)
                ? resolver(source, arguments, _context)
                : ReadMember(parent, source, node.Name);
            return Complete(parent, definition.Type, nodes, value, path);
        });
    }

    /// <summary>Turns an error in a value into an entry of the list, and the value into null where that is allowed.</summary>
    private object? Guard(SchemaType type, List<Field> nodes, ResponsePath path, Func<object?> complete)
    {
        CountValue();
        object? value;
        try
        {
            value = complete();
        }
        catch (GraphQLFieldException e)
        {
            _errors.Add(new(e.Message, e.Code, [.. nodes.Select(static n => n.Location)], path.ToList()));
            value = Failed;
        }

        return value == Failed && type is not NonNullType ? null : value;
    }

    private void CountValue()
    {
        if (--_remaining < 0) throw new ResultTooLargeException();
    }

    private ArgumentValues CoerceArguments(IReadOnlyList<Argument> arguments, OrderedDictionary<string, InputValue> definitions)
    {
        if (definitions.Count == 0) return ArgumentValues.None;
        OrderedDictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (var (name, definition) in definitions)
        {
            var literal = arguments.FirstOrDefault(a => a.Name == name)?.Value;
            if (literal is null || (literal is VariableValue variable && !_variables.ContainsKey(variable.Name)))
            {
                if (definition.HasDefault) values[name] = definition.Default;
                else if (definition.IsRequired) throw new GraphQLFieldException(GraphQLErrorCode.ArgumentInvalid, $"Argument \"{name}\" of type {definition.Type} has no value.");
            }
            else if (LiteralCoercion.TryCoerce(literal, definition.Type, _variables, out var value))
            {
                values[name] = value;
            }
            else
            {
                throw new GraphQLFieldException(GraphQLErrorCode.ArgumentInvalid, $"Argument \"{name}\" is no {definition.Type}.");
            }
        }

        return new(values);
    }

    private static object? ReadMember(ObjectType parent, object? source, string name) => source switch
    {
        null => null,
        JsonElement { ValueKind: JsonValueKind.Object } json => json.TryGetProperty(name, out var member) ? member : null,
        RecordSource record => record[name],
        IReadOnlyDictionary<string, object?> members => members.GetValueOrDefault(name),
        _ => throw new GraphQLFieldException(GraphQLErrorCode.Internal, $"No resolver for {parent}.{name} on this value."),
    };

    /// <summary>CompleteValue of section 6.4.3.</summary>
    private object? Complete(ObjectType parent, SchemaType type, List<Field> nodes, object? value, ResponsePath path)
    {
        if (value is JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }) value = null;
        if (type is NonNullType nonNull)
        {
            return Complete(parent, nonNull.Of, nodes, value, path)
                ?? throw new GraphQLFieldException(GraphQLErrorCode.Internal, $"Field \"{parent}.{nodes[0].Name}\" of type {nonNull} has no value.");
        }

        if (value is null) return null;
        switch (type)
        {
            case ListType list:
                return CompleteList(parent, list, nodes, value, path);
            case CompositeType composite:
                var itself = ResolveType(composite, value);
                if (!_collected.TryGetValue((nodes, itself), out var fields))
                    _collected[(nodes, itself)] = fields = CollectFields(itself, nodes.Where(static n => n.SelectionSet is not null).Select(static n => n.SelectionSet!));
                return ExecuteSelections(itself, fields, value, path);
            case EnumType e when (value is JsonElement { ValueKind: JsonValueKind.String } json ? json.GetString() : value as string) is { } name
                && e.Members.ContainsKey(name):
                return name;
            case ScalarType scalar when scalar.Coercion.TryWrite(value, out var written):
                return written;
            default:
                throw new GraphQLFieldException(GraphQLErrorCode.Internal, $"Field \"{parent}.{nodes[0].Name}\" has a value that is no {type}.");
        }
    }

    private object CompleteList(ObjectType parent, ListType type, List<Field> nodes, object value, ResponsePath path)
    {
        List<object?> items = [];
        IEnumerable source = value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray(),
            string or JsonElement or IReadOnlyDictionary<string, object?> => throw NoList(),
            IEnumerable list => list,
            _ => throw NoList(),
        };
        foreach (var item in source)
        {
            var itemPath = new ResponsePath(path, items.Count);
            var completed = Guard(type.Of, nodes, itemPath, () => Complete(parent, type.Of, nodes, item, itemPath));
            if (completed == Failed) return Failed;
            items.Add(completed);
        }

        return items;

        GraphQLFieldException NoList() => new(GraphQLErrorCode.Internal, $"Field \"{parent}.{nodes[0].Name}\" has a value that is no list.");
    }

    /// <summary>The object type of a value; for an interface or union its member __typename tells.</summary>
    private ObjectType ResolveType(CompositeType type, object value)
    {
        if (type is ObjectType itself) return itself;
        var name = value switch
        {
            JsonElement { ValueKind: JsonValueKind.Object } json => json.TryGetProperty("__typename", out var member) ? member.GetString() : null,
            IReadOnlyDictionary<string, object?> members => members.GetValueOrDefault("__typename") as string,
            _ => null,
        };
        return _schema.PossibleTypes(type).FirstOrDefault(t => t.Name == name)
            ?? throw new GraphQLFieldException(GraphQLErrorCode.Internal, $"A value of {type} does not tell its object type.");
    }
}

using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Turns the variables of a request into coerced values (section 6.1.2).</summary>
internal sealed class VariableCoercion
{
    private readonly List<GraphQLError> _errors;
    private VariableDefinition _variable = null!;

    private VariableCoercion(List<GraphQLError> errors) => _errors = errors;

    /// <summary>The value of each variable that has one; what does not fit is added to the errors.</summary>
    public static Dictionary<string, object?> Coerce(Schema schema, OperationDefinition operation, JsonElement? variables, List<GraphQLError> errors)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        if (variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) })
        {
            errors.Add(new("Variables must be an object.", GraphQLErrorCode.ValidationFailed, []));
            return values;
        }

        var coercion = new VariableCoercion(errors);
        foreach (var variable in operation.Variables) coercion.Coerce(variable, schema.Find(variable.Type)!, variables, values);
        return values;
    }

    private void Coerce(VariableDefinition variable, SchemaType type, JsonElement? variables, Dictionary<string, object?> values)
    {
        _variable = variable;
        if (variables is { ValueKind: JsonValueKind.Object } && variables.Value.TryGetProperty(variable.Name, out var json))
        {
            if (json.ValueKind == JsonValueKind.Null && type is NonNullType) Refuse(null, $"must not be null, its type is {type}");
            else if (TryCoerce(json, type, null, out var value)) values[variable.Name] = value;
        }
        else if (variable.DefaultValue is { } literal)
        {
            if (LiteralCoercion.TryCoerce(literal, type, null, out var value)) values[variable.Name] = value;
            else Refuse(null, $"has a default that is no {type}");
        }
        else if (type is NonNullType)
        {
            Refuse(null, $"needs a value, its type is {type}");
        }
    }

    private bool TryCoerce(JsonElement json, SchemaType type, string? path, out object? value)
    {
        value = null;
        if (type is NonNullType nonNull)
            return json.ValueKind == JsonValueKind.Null ? Refuse(path, $"must not be null, its type is {type}") : TryCoerce(json, nonNull.Of, path, out value);
        if (json.ValueKind == JsonValueKind.Null) return true;
        switch (type)
        {
            case ListType list:
                return TryList(json, list, path, out value);
            case InputObjectType obj:
                return TryObject(json, obj, path, out value);
            case EnumType e when json.ValueKind == JsonValueKind.String && e.Members.ContainsKey(json.GetString()!):
                value = json.GetString();
                return true;
            case ScalarType scalar when scalar.Coercion.TryRead(json, out value):
                return true;
            default:
                return Refuse(path, $"is no {type}");
        }
    }

    private bool TryList(JsonElement json, ListType type, string? path, out object? value)
    {
        var valid = true;
        List<object?> items = [];
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                valid &= TryCoerce(item, type.Of, $"{path}[{items.Count}]", out var coerced);
                items.Add(coerced);
            }
        }
        else
        {
            valid = TryCoerce(json, type.Of, path, out var coerced);
            items.Add(coerced);
        }

        value = items;
        return valid;
    }

    private bool TryObject(JsonElement json, InputObjectType type, string? path, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object) return Refuse(path, $"is no {type}");
        var valid = true;
        foreach (var member in json.EnumerateObject())
        {
            if (!type.Fields.ContainsKey(member.Name)) valid = Refuse(path, $"has a field \"{member.Name}\" that {type} does not define");
        }

        OrderedDictionary<string, object?> members = new(StringComparer.Ordinal);
        foreach (var (name, field) in type.Fields)
        {
            if (json.TryGetProperty(name, out var member))
            {
                valid &= TryCoerce(member, field.Type, $"{path}.{name}", out var coerced);
                members[name] = coerced;
            }
            else if (field.HasDefault)
            {
                members[name] = field.Default;
            }
            else if (field.IsRequired)
            {
                valid = Refuse($"{path}.{name}", $"needs a value, its type is {field.Type}");
            }
        }

        value = members;
        return valid;
    }

    private bool Refuse(string? path, string problem)
    {
        if (_errors.Count < GraphQLLimits.Default.MaxErrors)
            _errors.Add(new($"Variable \"${_variable.Name}{path}\" {problem}.", GraphQLErrorCode.ValidationFailed, [_variable.Location]));
        return false;
    }
}

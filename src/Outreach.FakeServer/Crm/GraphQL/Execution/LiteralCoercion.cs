namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Turns values of a document into coerced ones (section 3, "Input Coercion"), with the variables put in.</summary>
internal static class LiteralCoercion
{
    /// <summary>False when the value does not fit the type; a variable without value in a nullable place gives null.</summary>
    public static bool TryCoerce(Value literal, SchemaType type, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        if (literal is VariableValue variable)
        {
            // The variable was coerced to its own type, which validation holds against this place.
            if (variables is not null) variables.TryGetValue(variable.Name, out value);
            return value is not null || type is not NonNullType;
        }

        if (type is NonNullType nonNull) return TryCoerce(literal, nonNull.Of, variables, out value) && value is not null;
        if (literal is NullValue) return true;
        return type switch
        {
            ListType list => TryList(literal, list, variables, out value),
            InputObjectType obj => TryObject(literal, obj, variables, out value),
            EnumType e => TryEnum(literal, e, out value),
            ScalarType scalar => scalar.Coercion.TryRead(literal, variables, out value),
            _ => false,
        };
    }

    private static bool TryEnum(Value literal, EnumType type, out object? value)
    {
        value = literal is EnumValue name && type.Members.ContainsKey(name.Name) ? name.Name : null;
        return value is not null;
    }

    private static bool TryList(Value literal, ListType type, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        List<object?> items = [];
        IReadOnlyList<Value> literals = literal is ListValue list ? list.Items : [literal];
        foreach (var item in literals)
        {
            if (!TryCoerce(item, type.Of, variables, out var coerced)) return false;
            items.Add(coerced);
        }

        value = items;
        return true;
    }

    private static bool TryObject(Value literal, InputObjectType type, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        if (literal is not ObjectValue obj || obj.Fields.Any(f => !type.Fields.ContainsKey(f.Name))) return false;
        OrderedDictionary<string, object?> members = new(StringComparer.Ordinal);
        foreach (var (name, field) in type.Fields)
        {
            var given = obj.Fields.FirstOrDefault(f => f.Name == name)?.Value;
            if (given is null || (given is VariableValue variable && variables?.ContainsKey(variable.Name) is not true))
            {
                if (field.HasDefault) members[name] = field.Default;
                else if (field.IsRequired) return false;
            }
            else if (TryCoerce(given, field.Type, variables, out var coerced))
            {
                members[name] = coerced;
            }
            else
            {
                return false;
            }
        }

        value = members;
        return true;
    }
}

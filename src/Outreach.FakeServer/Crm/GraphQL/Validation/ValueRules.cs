namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Arguments (5.4) and values (5.6). Notes the variables that it meets.</summary>
internal sealed class ValueRules(ValidationContext context, DefinitionFacts facts)
{
    public void CheckArguments(
        IReadOnlyList<Argument> arguments, OrderedDictionary<string, InputValue> definitions, string owner, Location location)
    {
        context.ReportDuplicates(
            arguments, static a => a.Name, static a => a.Location, name => $"{owner} can have only one argument named \"{name}\".");
        foreach (var argument in arguments)
        {
            if (definitions.TryGetValue(argument.Name, out var definition))
            {
                Check(argument.Value, definition.Type, definition.HasDefault);
            }
            else
            {
                context.Report($"{owner} has no argument named \"{argument.Name}\".", argument.Location);
                CollectVariables(argument.Value);
            }
        }

        foreach (var (name, definition) in definitions)
        {
            if (definition.IsRequired && !arguments.Any(a => a.Name == name))
                context.Report($"{owner} needs the argument \"{name}\" of type {definition.Type}.", location);
        }
    }

    /// <summary>The value against the type of its place (5.6.1).</summary>
    public void Check(Value value, SchemaType type, bool hasDefault = false)
    {
        if (value is VariableValue variable)
        {
            facts.Variables.Add(new(variable, type, hasDefault));
            return;
        }

        if (value is NullValue)
        {
            if (type is NonNullType) context.Report($"Expected a value of type {type}, found null.", value.Location);
            return;
        }

        switch (type.Nullable)
        {
            case ListType list when value is ListValue items:
                foreach (var item in items.Items) Check(item, list.Of);
                break;
            case ListType list:
                Check(value, list.Of);
                break;
            case InputObjectType obj when value is ObjectValue members:
                CheckObject(members, obj);
                break;
            case EnumType e when value is EnumValue name && e.Members.ContainsKey(name.Name):
                break;
            case ScalarType scalar:
                CollectVariables(value);
                CheckUnique(value);
                if (!scalar.Coercion.TryRead(value, null, out _)) ReportType(value, type);
                break;
            default:
                CollectVariables(value);
                ReportType(value, type);
                break;
        }
    }

    public void CollectVariables(IReadOnlyList<Argument> arguments)
    {
        foreach (var argument in arguments) CollectVariables(argument.Value);
    }

    private void CollectVariables(Value value)
    {
        switch (value)
        {
            case VariableValue variable:
                facts.Variables.Add(new(variable, null, false));
                break;
            case ListValue list:
                foreach (var item in list.Items) CollectVariables(item);
                break;
            case ObjectValue obj:
                foreach (var field in obj.Fields) CollectVariables(field.Value);
                break;
        }
    }

    private void ReportType(Value value, SchemaType type)
    {
        var text = ValuePrinter.Print(value);
        if (text.Length > 100) text = string.Concat(text.AsSpan(0, 100), "…");
        context.Report($"Expected a value of type {type}, found {text}.", value.Location);
    }

    private void CheckObject(ObjectValue value, InputObjectType type)
    {
        ReportDuplicateFields(value);
        foreach (var field in value.Fields)
        {
            if (type.Fields.TryGetValue(field.Name, out var definition))
            {
                Check(field.Value, definition.Type, definition.HasDefault);
            }
            else
            {
                context.Report($"Input type \"{type}\" has no field \"{field.Name}\".", field.Location);
                CollectVariables(field.Value);
            }
        }

        foreach (var (name, definition) in type.Fields)
        {
            if (definition.IsRequired && !value.Fields.Any(f => f.Name == name))
                context.Report($"Input type \"{type}\" needs the field \"{name}\" of type {definition.Type}.", value.Location);
        }
    }

    /// <summary>Names are unique in the literals of a scalar as well (5.6.3).</summary>
    private void CheckUnique(Value value)
    {
        if (value is ListValue list)
        {
            foreach (var item in list.Items) CheckUnique(item);
        }
        else if (value is ObjectValue obj)
        {
            ReportDuplicateFields(obj);
            foreach (var field in obj.Fields) CheckUnique(field.Value);
        }
    }

    private void ReportDuplicateFields(ObjectValue value)
        => context.ReportDuplicates(value.Fields, static f => f.Name, static f => f.Location, static name => $"There can be only one input field named \"{name}\".");
}

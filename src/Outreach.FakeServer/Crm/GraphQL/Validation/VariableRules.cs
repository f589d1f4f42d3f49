namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Variables (section 5.8).</summary>
internal static class VariableRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var operation in context.Operations) Check(context, operation);
    }

    private static void Check(ValidationContext context, OperationDefinition operation)
    {
        context.ReportDuplicates(
            operation.Variables, static v => v.Name, static v => v.Location, static name => $"There can be only one variable named \"${name}\".");
        Dictionary<string, (VariableDefinition Definition, SchemaType? Type)> variables = new(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            var type = context.Schema.Find(variable.Type);
            if (type is null) context.Report($"There is no type for variable \"${variable.Name}\".", variable.Type.Location);
            else if (!type.IsInput) context.Report($"Variable \"${variable.Name}\" cannot have the output type {type}.", variable.Type.Location);
            variables.TryAdd(variable.Name, (variable, type is { IsInput: true } ? type : null));
        }

        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (var usage in Usages(context, operation))
        {
            var name = usage.Variable.Name;
            if (!variables.TryGetValue(name, out var variable))
            {
                var inOperation = operation.Name is null ? "" : $" by operation \"{operation.Name}\"";
                context.Report($"Variable \"${name}\" is not defined{inOperation}.", usage.Variable.Location, operation.Location);
                continue;
            }

            used.Add(name);
            if (usage.Type is not null && variable.Type is not null && !IsAllowed(variable.Definition, variable.Type, usage))
                context.Report($"Variable \"${name}\" of type {variable.Type} cannot stand where {usage.Type} is expected.", variable.Definition.Location, usage.Variable.Location);
        }

        foreach (var variable in operation.Variables)
        {
            if (!used.Contains(variable.Name)) context.Report($"Variable \"${variable.Name}\" is never used.", variable.Location);
        }
    }

    private static IEnumerable<VariableUsage> Usages(ValidationContext context, OperationDefinition operation)
    {
        HashSet<string> visited = new(StringComparer.Ordinal);
        var open = new Stack<ExecutableDefinition>([operation]);
        while (open.TryPop(out var definition))
        {
            var facts = context.FactsOf(definition);
            foreach (var usage in facts.Variables) yield return usage;
            foreach (var spread in facts.Spreads)
            {
                if (visited.Add(spread.Name) && context.Fragments.TryGetValue(spread.Name, out var fragment)) open.Push(fragment);
            }
        }
    }

    /// <summary>IsVariableUsageAllowed of section 5.8.5: a default lets a nullable variable stand in a place without null.</summary>
    private static bool IsAllowed(VariableDefinition variable, SchemaType type, VariableUsage usage)
    {
        if (usage.Type is not NonNullType nonNull || type is NonNullType) return AreCompatible(type, usage.Type!);
        return (usage.HasDefault || variable.DefaultValue is not (null or NullValue)) && AreCompatible(type, nonNull.Of);
    }

    private static bool AreCompatible(SchemaType variable, SchemaType place) => (variable, place) switch
    {
        (NonNullType v, NonNullType p) => AreCompatible(v.Of, p.Of),
        (_, NonNullType) => false,
        (NonNullType v, _) => AreCompatible(v.Of, place),
        (ListType v, ListType p) => AreCompatible(v.Of, p.Of),
        _ => ReferenceEquals(variable, place),
    };
}

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Documents and operations (sections 5.1 and 5.2).</summary>
internal static class OperationRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is not ExecutableDefinition) context.Report("A request holds operations and fragments only.", definition.Location);
        }

        if (context.Operations.Count == 0) context.Report("The document holds no operation.");
        context.ReportDuplicates(
            [.. context.Operations.Where(static o => o.Name is not null)],
            static o => o.Name!,
            static o => o.Location,
            static name => $"There can be only one operation named \"{name}\".");
        foreach (var operation in context.Operations)
        {
            if (operation.Name is null && context.Operations.Count > 1)
                context.Report("An operation without a name must be the only one of the document.", operation.Location);
            if (context.Schema.RootType(operation.Operation) is null)
                context.Report($"The schema has no {Keyword(operation.Operation)} operations.", operation.Location);
            else if (operation.Operation == OperationType.Subscription)
                CheckSingleRootField(context, operation);
        }
    }

    public static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static void CheckSingleRootField(ValidationContext context, OperationDefinition operation)
    {
        List<Field> fields = [];
        Collect(operation.SelectionSet, []);
        if (fields.Select(static f => f.ResponseKey).Distinct(StringComparer.Ordinal).Count() > 1)
            context.Report("A subscription must select one root field only.", operation.Location);
        if (fields.Any(static f => f.Name.StartsWith("__", StringComparison.Ordinal)))
            context.Report("A subscription must not select an introspection field at its root.", operation.Location);

        void Collect(SelectionSet selections, HashSet<string> visited)
        {
            foreach (var selection in selections.Selections)
            {
                if (selection is Field field) fields.Add(field);
                else if (selection is InlineFragment inline) Collect(inline.SelectionSet, visited);
                else if (selection is FragmentSpread spread && visited.Count < context.Limits.MaxFragmentDepth && visited.Add(spread.Name)
                    && context.Fragments.TryGetValue(spread.Name, out var fragment)) Collect(fragment.SelectionSet, visited);
            }
        }
    }
}

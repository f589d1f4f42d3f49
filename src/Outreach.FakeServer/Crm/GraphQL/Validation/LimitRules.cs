namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The limits of an operation with its fragments put in. Counts each fragment once, so the check itself is quick.</summary>
internal sealed class LimitRules
{
    /// <summary>Selections within selections, inline fragments included: what the recursions after this one go down.</summary>
    private const int MaxExpandedNesting = 250;

    private static readonly HashSet<string> IntrospectionLists = new(StringComparer.Ordinal) { "fields", "interfaces", "possibleTypes", "inputFields" };

    private readonly Dictionary<string, Size> _fragments = new(StringComparer.Ordinal);
    private int _aliases;

    private LimitRules()
    {
    }

    /// <summary>False when the document is too large to be looked at further.</summary>
    public static bool Check(ValidationContext context, IReadOnlyList<FragmentDefinition> ordered)
    {
        var rules = new LimitRules();
        var limits = context.Limits;
        var before = context.Errors.Count;
        foreach (var fragment in ordered) rules._fragments[fragment.Name] = rules.Measure(fragment.SelectionSet);
        foreach (var operation in context.Operations)
        {
            var size = rules.Measure(operation.SelectionSet);
            if (size.Fields > limits.MaxFields) context.Report($"The operation selects more than {limits.MaxFields} fields.", operation.Location);
            if (size.Depth > limits.MaxDepth) context.Report($"The operation nests its fields deeper than {limits.MaxDepth} levels.", operation.Location);
            else if (size.Nesting > MaxExpandedNesting) context.Report($"The operation nests its fragments deeper than {MaxExpandedNesting} levels.", operation.Location);
            if (size.IntrospectionDepth > limits.MaxIntrospectionDepth) context.Report("The introspection of types goes too deep.", operation.Location);
        }

        if (rules._aliases > limits.MaxAliases) context.Report($"The document has more than {limits.MaxAliases} aliases.", new Location(1, 1));
        return context.Errors.Count == before;
    }

    private Size Measure(SelectionSet selections)
    {
        var size = new Size(0, 0, 1, 0);
        foreach (var selection in selections.Selections)
        {
            size = selection switch
            {
                Field field => size.With(Measure(field)),
                InlineFragment inline => size.With(Measure(inline.SelectionSet)),
                FragmentSpread spread => size.With(_fragments.GetValueOrDefault(spread.Name)),
                _ => size,
            };
        }

        return size;
    }

    private Size Measure(Field field)
    {
        if (field.Alias is not null) _aliases++;
        var inner = field.SelectionSet is null ? default : Measure(field.SelectionSet);
        var list = inner.Depth > 0 && IntrospectionLists.Contains(field.Name) ? 1 : 0;
        return new(inner.Fields + 1, inner.Depth + 1, inner.Nesting, inner.IntrospectionDepth + list);
    }

    private readonly record struct Size(long Fields, int Depth, int Nesting, int IntrospectionDepth)
    {
        /// <summary>With a selection more. The number of fields stops growing long before it could overflow.</summary>
        public Size With(Size part) => new(
            Math.Min(Fields + part.Fields, int.MaxValue),
            Math.Max(Depth, part.Depth),
            Math.Max(Nesting, part.Nesting + 1),
            Math.Max(IntrospectionDepth, part.IntrospectionDepth));
    }
}

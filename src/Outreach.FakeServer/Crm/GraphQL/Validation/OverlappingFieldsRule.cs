namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>
/// Fields of one response name can merge (5.3.2). Works on whole groups instead of pairs: fields of one name must have one shape,
/// and those that can meet in one object must also have one name and one list of arguments.
/// </summary>
internal sealed class OverlappingFieldsRule
{
    private const int MaxWork = 1_000_000;

    private readonly ValidationContext _context;
    private readonly HashSet<(Location, Location)> _reported = [];
    private int _work;

    private OverlappingFieldsRule(ValidationContext context) => _context = context;

    public static void Check(ValidationContext context)
    {
        var rule = new OverlappingFieldsRule(context);
        foreach (var operation in context.Operations)
        {
            List<Selected> fields = [];
            rule.Collect(operation.SelectionSet, context.Schema.RootType(operation.Operation), fields, new(StringComparer.Ordinal));
            if (!rule.CheckSame(fields) || !rule.CheckShape(fields))
            {
                context.Report("The operation's fields overlap in too many ways to be checked.", operation.Location);
                return;
            }
        }
    }

    private bool CheckShape(List<Selected> fields)
    {
        if ((_work += fields.Count) > MaxWork) return false;
        foreach (var group in fields.GroupBy(static f => f.Field.ResponseKey, StringComparer.Ordinal))
        {
            var first = group.FirstOrDefault(static f => f.Definition is not null);
            var fits = true;
            foreach (var other in group)
            {
                if (first?.Definition is null || other.Definition is null || HaveSameShape(first.Definition.Type, other.Definition.Type)) continue;
                Report(first, other, $"their types {first.Definition.Type} and {other.Definition.Type} differ");
                fits = false;
            }

            if (fits && Below(group) is { Count: > 0 } below && !CheckShape(below)) return false;
        }

        return true;
    }

    private bool CheckSame(List<Selected> fields)
    {
        if ((_work += fields.Count) > MaxWork) return false;
        foreach (var group in fields.GroupBy(static f => f.Field.ResponseKey, StringComparer.Ordinal))
        {
            foreach (var meeting in Meeting([.. group]))
            {
                var first = meeting[0];
                var fits = true;
                foreach (var other in meeting)
                {
                    var problem = first.Field.Name != other.Field.Name ? $"\"{first.Field.Name}\" and \"{other.Field.Name}\" are different fields"
                        : !HaveSameArguments(first.Field, other.Field) ? "their arguments differ"
                        : null;
                    if (problem is null) continue;
                    Report(first, other, problem);
                    fits = false;
                }

                if (fits && Below(meeting) is { Count: > 0 } below && !CheckSame(below)) return false;
            }
        }

        return true;
    }

    /// <summary>The fields that can be selected on one and the same object: per object type its own and the abstract ones.</summary>
    private static IEnumerable<List<Selected>> Meeting(List<Selected> group)
    {
        var objects = group.Where(static f => f.Parent is ObjectType).Select(static f => f.Parent).Distinct().ToList();
        return objects.Count <= 1 ? [group] : objects.Select(type => group.Where(f => f.Parent == type || f.Parent is not ObjectType).ToList());
    }

    private List<Selected> Below(IEnumerable<Selected> group)
    {
        List<Selected> below = [];
        foreach (var field in group)
        {
            if (field.Field.SelectionSet is { } selections)
                Collect(selections, field.Definition?.Type.Named as CompositeType, below, new(StringComparer.Ordinal));
        }

        return below;
    }

    private void Collect(SelectionSet selections, CompositeType? parent, List<Selected> into, HashSet<string> visited)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case Field field:
                    into.Add(new(field, parent is null ? null : _context.Schema.FindField(parent, field.Name), parent));
                    break;
                case InlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is null ? parent : _context.Schema.Find(inline.TypeCondition) as CompositeType, into, visited);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name) && _context.Fragments.TryGetValue(spread.Name, out var fragment):
                    Collect(fragment.SelectionSet, _context.Schema.Find(fragment.TypeCondition) as CompositeType, into, visited);
                    break;
            }
        }
    }

    /// <summary>SameResponseShape: equal lists and nulls around, and equal leaves; composite types are compared by their fields.</summary>
    private static bool HaveSameShape(SchemaType a, SchemaType b) => (a, b) switch
    {
        (NonNullType x, NonNullType y) => HaveSameShape(x.Of, y.Of),
        (ListType x, ListType y) => HaveSameShape(x.Of, y.Of),
        (CompositeType, CompositeType) => true,
        _ => ReferenceEquals(a, b),
    };

    private static bool HaveSameArguments(Field a, Field b)
        => ReferenceEquals(a, b) || (a.Arguments.Count == b.Arguments.Count
            && a.Arguments.All(x => b.Arguments.FirstOrDefault(y => y.Name == x.Name) is { } y && AreEqual(x.Value, y.Value)));

    private static bool AreEqual(Value a, Value b) => (a, b) switch
    {
        (ListValue x, ListValue y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(static p => AreEqual(p.First, p.Second)),
        (ObjectValue x, ObjectValue y) => x.Fields.Count == y.Fields.Count
            && x.Fields.All(f => y.Fields.FirstOrDefault(g => g.Name == f.Name) is { } g && AreEqual(f.Value, g.Value)),
        _ => a.GetType() == b.GetType() && ValuePrinter.Print(a) == ValuePrinter.Print(b),
    };

    private void Report(Selected a, Selected b, string problem)
    {
        if (_reported.Add((a.Field.Location, b.Field.Location)))
            _context.Report($"Fields \"{a.Field.ResponseKey}\" conflict: {problem}. Use different aliases.", a.Field.Location, b.Field.Location);
    }

    private sealed record Selected(Field Field, SchemaField? Definition, CompositeType? Parent);
}

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Fragments as a whole: unique names (5.5.1.1), use (5.5.1.4), and no cycles (5.5.2.2).</summary>
internal static class FragmentRules
{
    /// <summary>The fragments, each after those that it spreads; null when they do not end.</summary>
    public static IReadOnlyList<FragmentDefinition>? Check(ValidationContext context)
    {
        context.ReportDuplicates(
            [.. context.Document.Definitions.OfType<FragmentDefinition>()],
            static f => f.Name,
            static f => f.Location,
            static name => $"There can be only one fragment named \"{name}\".");
        CheckUsed(context);
        return Order(context);
    }

    private static void CheckUsed(ValidationContext context)
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        var open = new Stack<ExecutableDefinition>(context.Operations);
        while (open.TryPop(out var definition))
        {
            foreach (var spread in context.FactsOf(definition).Spreads)
            {
                if (used.Add(spread.Name) && context.Fragments.TryGetValue(spread.Name, out var fragment)) open.Push(fragment);
            }
        }

        foreach (var fragment in context.Fragments.Values)
        {
            if (!used.Contains(fragment.Name)) context.Report($"Fragment \"{fragment.Name}\" is never used.", fragment.Location);
        }
    }

    private static List<FragmentDefinition>? Order(ValidationContext context)
    {
        List<FragmentDefinition> ordered = [];
        Dictionary<string, int> heights = new(StringComparer.Ordinal);
        HashSet<string> path = new(StringComparer.Ordinal);
        var sound = true;
        foreach (var fragment in context.Fragments.Values)
        {
            if (sound) Visit(fragment);
        }

        return sound ? ordered : null;

        int Visit(FragmentDefinition fragment)
        {
            if (heights.TryGetValue(fragment.Name, out var height)) return height;
            if (path.Count >= context.Limits.MaxFragmentDepth) return TooDeep(fragment);
            path.Add(fragment.Name);
            foreach (var spread in context.FactsOf(fragment).Spreads)
            {
                if (!sound) break;
                if (path.Contains(spread.Name))
                {
                    sound = false;
                    context.Report($"Fragment \"{spread.Name}\" spreads itself, directly or through others.", spread.Location);
                }
                else if (context.Fragments.TryGetValue(spread.Name, out var next))
                {
                    height = Math.Max(height, Visit(next));
                }
            }

            path.Remove(fragment.Name);
            if (++height > context.Limits.MaxFragmentDepth && sound) return TooDeep(fragment);
            heights[fragment.Name] = height;
            ordered.Add(fragment);
            return height;
        }

        int TooDeep(FragmentDefinition fragment)
        {
            sound = false;
            context.Report($"Fragments spread each other more than {context.Limits.MaxFragmentDepth} deep.", fragment.Location);
            return 0;
        }
    }
}

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Directives (section 5.7).</summary>
internal sealed class DirectiveRules(ValidationContext context, ValueRules values)
{
    public void Check(IReadOnlyList<Directive> directives, string place)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            if (!context.Schema.Directives.TryGetValue(directive.Name, out var definition))
            {
                context.Report($"There is no directive \"@{directive.Name}\".", directive.Location);
                values.CollectVariables(directive.Arguments);
                continue;
            }

            if (!definition.Locations.Contains(place)) context.Report($"Directive \"@{directive.Name}\" may not stand on {place}.", directive.Location);
            if (!seen.Add(directive.Name) && !definition.IsRepeatable)
                context.Report($"Directive \"@{directive.Name}\" can stand only once at one place.", directive.Location);
            values.CheckArguments(directive.Arguments, definition.Arguments, $"Directive \"@{directive.Name}\"", directive.Location);
        }
    }
}

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>What the rules share.</summary>
internal sealed class ValidationContext
{
    private readonly Dictionary<ExecutableDefinition, DefinitionFacts> _facts = new(ReferenceEqualityComparer.Instance);

    public ValidationContext(Schema schema, Document document, GraphQLLimits limits)
    {
        Schema = schema;
        Document = document;
        Limits = limits;
        Operations = [.. document.Definitions.OfType<OperationDefinition>()];
        Fragments = new(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>()) Fragments.TryAdd(fragment.Name, fragment);
    }

    public Schema Schema { get; }

    public Document Document { get; }

    public GraphQLLimits Limits { get; }

    public IReadOnlyList<OperationDefinition> Operations { get; }

    /// <summary>The fragments by name; the first of several with one name.</summary>
    public Dictionary<string, FragmentDefinition> Fragments { get; }

    public List<GraphQLError> Errors { get; } = [];

    public DefinitionFacts FactsOf(ExecutableDefinition definition)
    {
        if (!_facts.TryGetValue(definition, out var facts)) _facts[definition] = facts = new();
        return facts;
    }

    public void Report(string message, params IReadOnlyList<Location> locations)
    {
        if (Errors.Count >= Limits.MaxErrors) throw new TooManyErrorsException();
        Errors.Add(new(message, GraphQLErrorCode.ValidationFailed, locations));
    }

    /// <summary>Reports each name that comes again.</summary>
    public void ReportDuplicates<T>(IReadOnlyList<T> items, Func<T, string> name, Func<T, Location> location, Func<string, string> message)
    {
        if (items.Count < 2) return;
        Dictionary<string, T> seen = new(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!seen.TryAdd(name(item), item)) Report(message(name(item)), location(seen[name(item)]), location(item));
        }
    }
}

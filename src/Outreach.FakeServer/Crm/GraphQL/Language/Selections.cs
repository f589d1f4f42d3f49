namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The selections between two braces (section 2.4).</summary>
internal sealed record SelectionSet(IReadOnlyList<Selection> Selections, Location Location);

/// <summary>A field, a fragment spread or an inline fragment.</summary>
internal abstract record Selection(IReadOnlyList<Directive> Directives, Location Location);

/// <summary>A selected field (section 2.5).</summary>
internal sealed record Field(
    string? Alias,
    string Name,
    IReadOnlyList<Argument> Arguments,
    IReadOnlyList<Directive> Directives,
    SelectionSet? SelectionSet,
    Location Location) : Selection(Directives, Location)
{
    /// <summary>The member of the result: the alias, else the name.</summary>
    public string ResponseKey => Alias ?? Name;
}

/// <summary>The use of a named fragment.</summary>
internal sealed record FragmentSpread(string Name, IReadOnlyList<Directive> Directives, Location Location) : Selection(Directives, Location);

/// <summary>A fragment written where it is used.</summary>
internal sealed record InlineFragment(
    NamedTypeReference? TypeCondition,
    IReadOnlyList<Directive> Directives,
    SelectionSet SelectionSet,
    Location Location) : Selection(Directives, Location);

/// <summary>An argument of a field or a directive (section 2.6).</summary>
internal sealed record Argument(string Name, Value Value, Location Location);

/// <summary>A directive (section 2.12).</summary>
internal sealed record Directive(string Name, IReadOnlyList<Argument> Arguments, Location Location);

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A parsed document (section 2.2).</summary>
internal sealed record Document(IReadOnlyList<Definition> Definitions);

/// <summary>A definition of a document: executable, or of the type system.</summary>
internal abstract record Definition(Location Location);

/// <summary>An executable definition: an operation or a fragment.</summary>
internal abstract record ExecutableDefinition(IReadOnlyList<Directive> Directives, SelectionSet SelectionSet, Location Location) : Definition(Location);

/// <summary>An operation (section 2.3).</summary>
internal sealed record OperationDefinition(
    OperationType Operation,
    string? Name,
    IReadOnlyList<VariableDefinition> Variables,
    IReadOnlyList<Directive> Directives,
    SelectionSet SelectionSet,
    Location Location) : ExecutableDefinition(Directives, SelectionSet, Location);

/// <summary>A named fragment (section 2.8).</summary>
internal sealed record FragmentDefinition(
    string Name,
    NamedTypeReference TypeCondition,
    IReadOnlyList<Directive> Directives,
    SelectionSet SelectionSet,
    Location Location) : ExecutableDefinition(Directives, SelectionSet, Location);

/// <summary>A variable of an operation (section 2.10).</summary>
internal sealed record VariableDefinition(
    string Name,
    TypeReference Type,
    Value? DefaultValue,
    IReadOnlyList<Directive> Directives,
    Location Location);

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A definition of the type system (section 3.2).</summary>
internal abstract record TypeSystemDefinition(string? Description, IReadOnlyList<Directive> Directives, Location Location) : Definition(Location);

/// <summary>The root types by operation.</summary>
internal sealed record SchemaDefinition(
    string? Description,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<(OperationType Operation, NamedTypeReference Type)> RootTypes,
    Location Location) : TypeSystemDefinition(Description, Directives, Location);

/// <summary>A named type.</summary>
internal abstract record TypeDefinition(string? Description, string Name, IReadOnlyList<Directive> Directives, Location Location)
    : TypeSystemDefinition(Description, Directives, Location);

/// <summary>A scalar.</summary>
internal sealed record ScalarTypeDefinition(string? Description, string Name, IReadOnlyList<Directive> Directives, Location Location)
    : TypeDefinition(Description, Name, Directives, Location);

/// <summary>An object type.</summary>
internal sealed record ObjectTypeDefinition(
    string? Description,
    string Name,
    IReadOnlyList<NamedTypeReference> Interfaces,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<FieldDefinition> Fields,
    Location Location) : TypeDefinition(Description, Name, Directives, Location);

/// <summary>An interface.</summary>
internal sealed record InterfaceTypeDefinition(
    string? Description,
    string Name,
    IReadOnlyList<NamedTypeReference> Interfaces,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<FieldDefinition> Fields,
    Location Location) : TypeDefinition(Description, Name, Directives, Location);

/// <summary>A union.</summary>
internal sealed record UnionTypeDefinition(
    string? Description,
    string Name,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<NamedTypeReference> Members,
    Location Location) : TypeDefinition(Description, Name, Directives, Location);

/// <summary>An enum.</summary>
internal sealed record EnumTypeDefinition(
    string? Description,
    string Name,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<EnumValueDefinition> Values,
    Location Location) : TypeDefinition(Description, Name, Directives, Location);

/// <summary>An input object type.</summary>
internal sealed record InputObjectTypeDefinition(
    string? Description,
    string Name,
    IReadOnlyList<Directive> Directives,
    IReadOnlyList<InputValueDefinition> Fields,
    Location Location) : TypeDefinition(Description, Name, Directives, Location);

/// <summary>A directive's definition.</summary>
internal sealed record DirectiveDefinition(
    string? Description,
    string Name,
    IReadOnlyList<InputValueDefinition> Arguments,
    bool IsRepeatable,
    IReadOnlyList<string> Locations,
    Location Location) : TypeSystemDefinition(Description, [], Location);

/// <summary>An extension of a schema or type; our schemas have none, and a request may not hold one.</summary>
internal sealed record TypeSystemExtension(TypeSystemDefinition Extension, Location Location) : Definition(Location);

/// <summary>A field of an object type or interface.</summary>
internal sealed record FieldDefinition(
    string? Description,
    string Name,
    IReadOnlyList<InputValueDefinition> Arguments,
    TypeReference Type,
    IReadOnlyList<Directive> Directives,
    Location Location);

/// <summary>An argument, or a field of an input object.</summary>
internal sealed record InputValueDefinition(
    string? Description,
    string Name,
    TypeReference Type,
    Value? DefaultValue,
    IReadOnlyList<Directive> Directives,
    Location Location);

/// <summary>A value of an enum.</summary>
internal sealed record EnumValueDefinition(string? Description, string Name, IReadOnlyList<Directive> Directives, Location Location);

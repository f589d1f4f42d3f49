namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A type as a document names it (section 2.11).</summary>
internal abstract record TypeReference(Location Location);

/// <summary>A type by name.</summary>
internal sealed record NamedTypeReference(string Name, Location Location) : TypeReference(Location);

/// <summary>A list of a type.</summary>
internal sealed record ListTypeReference(TypeReference Of, Location Location) : TypeReference(Location);

/// <summary>A type without null.</summary>
internal sealed record NonNullTypeReference(TypeReference Of, Location Location) : TypeReference(Location);

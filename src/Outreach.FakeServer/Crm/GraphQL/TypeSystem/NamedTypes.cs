namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A type with a name. The members of the types that refer to others are filled in when all are known.</summary>
internal abstract class NamedType(string name, string? description) : SchemaType
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public override string ToString() => Name;
}

/// <summary>A scalar and how its values are read and written.</summary>
internal sealed class ScalarType(string name, string? description, ScalarCoercion coercion, string? specifiedByUrl) : NamedType(name, description)
{
    public ScalarCoercion Coercion { get; } = coercion;

    public string? SpecifiedByUrl { get; } = specifiedByUrl;
}

/// <summary>An enum.</summary>
internal sealed class EnumType(string name, string? description, OrderedDictionary<string, EnumMember> members) : NamedType(name, description)
{
    public OrderedDictionary<string, EnumMember> Members { get; } = members;
}

/// <summary>A value of an enum.</summary>
internal sealed record EnumMember(string Name, string? Description, string? DeprecationReason);

/// <summary>An input object type.</summary>
internal sealed class InputObjectType(string name, string? description) : NamedType(name, description)
{
    public OrderedDictionary<string, InputValue> Fields { get; } = new(StringComparer.Ordinal);
}

/// <summary>A type on which fields can be selected, or its unions: the composite types.</summary>
internal abstract class CompositeType(string name, string? description) : NamedType(name, description);

/// <summary>An object type or an interface.</summary>
internal abstract class FieldsType(string name, string? description) : CompositeType(name, description)
{
    public OrderedDictionary<string, SchemaField> Fields { get; } = new(StringComparer.Ordinal);

    public List<InterfaceType> Interfaces { get; } = [];
}

/// <summary>An object type.</summary>
internal sealed class ObjectType(string name, string? description) : FieldsType(name, description);

/// <summary>An interface.</summary>
internal sealed class InterfaceType(string name, string? description) : FieldsType(name, description);

/// <summary>A union.</summary>
internal sealed class UnionType(string name, string? description) : CompositeType(name, description)
{
    public List<ObjectType> Members { get; } = [];
}

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A type of a schema: a named one, or a list or non-null form of another.</summary>
internal abstract class SchemaType
{
    /// <summary>The type without its lists and non-nulls.</summary>
    public NamedType Named
    {
        get
        {
            var type = this;
            while (type is WrappingType wrapping) type = wrapping.Of;
            return (NamedType)type;
        }
    }

    /// <summary>The type without an outer non-null.</summary>
    public SchemaType Nullable => this is NonNullType nonNull ? nonNull.Of : this;

    /// <summary>Whether a value of the type may be given as argument or variable (section 3.4.2).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether a field may have the type.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether both are the same type; the wrapping ones are made where they are named.</summary>
    public bool IsSameAs(SchemaType other) => (this, other) switch
    {
        (NonNullType a, NonNullType b) => a.Of.IsSameAs(b.Of),
        (ListType a, ListType b) => a.Of.IsSameAs(b.Of),
        _ => ReferenceEquals(this, other),
    };
}

/// <summary>A list or non-null type.</summary>
internal abstract class WrappingType(SchemaType of) : SchemaType
{
    public SchemaType Of { get; } = of;
}

/// <summary>A list of a type.</summary>
internal sealed class ListType(SchemaType of) : WrappingType(of)
{
    public override string ToString() => $"[{Of}]";
}

/// <summary>A type without null.</summary>
internal sealed class NonNullType(SchemaType of) : WrappingType(of)
{
    public override string ToString() => $"{Of}!";
}

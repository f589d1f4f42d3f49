namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>An argument, or a field of an input object.</summary>
internal sealed record InputValue(string Name, string? Description, SchemaType Type, Value? DefaultLiteral)
{
    /// <summary>The default as a coerced value.</summary>
    public object? Default { get; set; }

    public bool HasDefault => DefaultLiteral is not null;

    public bool IsRequired => Type is NonNullType && !HasDefault;
}

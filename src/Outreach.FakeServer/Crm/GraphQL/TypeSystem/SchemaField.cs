namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A field of an object type or interface.</summary>
internal sealed record SchemaField(
    string Name,
    string? Description,
    SchemaType Type,
    OrderedDictionary<string, InputValue> Arguments,
    string? DeprecationReason);

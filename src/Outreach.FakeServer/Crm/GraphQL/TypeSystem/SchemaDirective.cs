namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A directive that documents may use.</summary>
internal sealed record SchemaDirective(
    string Name,
    string? Description,
    OrderedDictionary<string, InputValue> Arguments,
    IReadOnlyList<string> Locations,
    bool IsRepeatable);

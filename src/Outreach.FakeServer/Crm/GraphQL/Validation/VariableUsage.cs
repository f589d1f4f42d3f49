namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A place where a variable is used.</summary>
/// <param name="Variable">The use.</param>
/// <param name="Type">The type of the place; null inside a scalar's own literal, where any will do.</param>
/// <param name="HasDefault">Whether the place has a default of its own.</param>
internal sealed record VariableUsage(VariableValue Variable, SchemaType? Type, bool HasDefault);

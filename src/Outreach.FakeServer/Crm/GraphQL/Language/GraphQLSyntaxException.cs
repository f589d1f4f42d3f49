namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A document that does not follow the grammar, or goes beyond the limits of the parser.</summary>
internal sealed class GraphQLSyntaxException(string message, Location location) : Exception(message)
{
    public Location Location { get; } = location;
}

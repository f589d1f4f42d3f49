namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Thrown by a resolver: becomes an error at the field's path, and the field null.</summary>
internal sealed class GraphQLFieldException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

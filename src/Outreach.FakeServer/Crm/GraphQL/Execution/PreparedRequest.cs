namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A request that was read and validated, before it is executed.</summary>
/// <param name="Document">The document; null when it could not be read.</param>
/// <param name="Operation">The operation to execute; null when there are errors.</param>
/// <param name="Errors">Why it cannot be executed.</param>
internal sealed record PreparedRequest(Document? Document, OperationDefinition? Operation, IReadOnlyList<GraphQLError> Errors)
{
    /// <summary>What the request does, if it can be executed.</summary>
    public OperationType? OperationType => Operation?.Operation;

    /// <summary>Whether any operation of the document is a mutation, whether or not it is the one to execute.</summary>
    public bool HasMutation => Document?.Definitions.Any(static d => d is OperationDefinition { Operation: GraphQL.OperationType.Mutation }) is true;
}

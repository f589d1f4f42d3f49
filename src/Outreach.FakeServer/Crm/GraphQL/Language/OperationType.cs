namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>What an operation does.</summary>
internal enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

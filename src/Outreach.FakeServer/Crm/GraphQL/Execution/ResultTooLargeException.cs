namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Ends an execution whose result grows beyond the limit.</summary>
internal sealed class ResultTooLargeException : Exception;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Ends a validation that has found enough.</summary>
internal sealed class TooManyErrorsException : Exception;

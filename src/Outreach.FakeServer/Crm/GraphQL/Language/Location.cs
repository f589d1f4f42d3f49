namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A place in a document: line and column, both from 1.</summary>
internal readonly record struct Location(int Line, int Column);

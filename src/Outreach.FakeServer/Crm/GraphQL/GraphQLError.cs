namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>One error of a result (section 7.1.2).</summary>
/// <param name="Message">Text for people.</param>
/// <param name="Code">The code of the service's catalogue, sent in the extensions.</param>
/// <param name="Locations">The places in the document.</param>
/// <param name="Path">The field of the result, names and indexes from the root; null before execution.</param>
internal sealed record GraphQLError(string Message, string Code, IReadOnlyList<Location> Locations, IReadOnlyList<object>? Path = null);

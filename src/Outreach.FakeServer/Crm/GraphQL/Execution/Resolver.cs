namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Gives the value of a field.</summary>
/// <param name="source">The object that the field belongs to; null for a root field.</param>
/// <param name="arguments">The coerced arguments.</param>
/// <param name="context">What the host gave to the execution.</param>
/// <exception cref="GraphQLFieldException">The field has no value; the error stands at its path.</exception>
internal delegate object? Resolver(object? source, ArgumentValues arguments, object? context);

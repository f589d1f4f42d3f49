namespace Outreach.Sdk.Crm;

/// <summary>Data and errors of a GraphQL call, both reachable: GraphQL may give part of the data beside errors.</summary>
/// <typeparam name="T">What the data was read as.</typeparam>
public sealed record GraphQLResult<T>
{
    /// <summary>The data; null (or a default) when there is none.</summary>
    public T? Data { get; init; }

    /// <summary>The errors; empty when all went well.</summary>
    public IReadOnlyList<GraphQLError> Errors { get => field ?? []; init; }

    /// <summary>The data of a call without errors.</summary>
    /// <exception cref="GraphQLException">There are errors, or there is no data.</exception>
    public T DataOrThrow() => Errors.Count == 0 && Data is { } data ? data : throw new GraphQLException(Errors);
}

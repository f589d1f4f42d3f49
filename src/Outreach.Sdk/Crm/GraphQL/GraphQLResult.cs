namespace Outreach.Sdk.Crm;

/// <summary>Data and errors of a GraphQL call, both reachable: GraphQL may give part of the data beside errors.</summary>
/// <typeparam name="T">What the data was read as.</typeparam>
public sealed record GraphQLResult<T>
{
    /// <summary>The data; null (or a default) when there is none.</summary>
    public T? Data
    {
        get;
        init
        {
            field = value;
            HasData = value is not null;
        }
    }

    // A default of a value type may be data or none.
    private bool HasData { get; init; }

    /// <summary>The errors; empty when all went well.</summary>
    public IReadOnlyList<GraphQLError> Errors { get => field ?? []; init; }

    /// <summary>The data of a call without errors.</summary>
    /// <exception cref="GraphQLException">There are errors, or there is no data.</exception>
    public T DataOrThrow() => Errors.Count == 0 && HasData ? Data! : throw new GraphQLException(Errors);
}

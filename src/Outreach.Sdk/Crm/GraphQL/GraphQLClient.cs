using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Crm;

/// <summary>The same data through GraphQL.</summary>
public class GraphQLClient
{
    private static readonly Operation Execute = Operation.Post("crm.graphql.execute", "graphql", RetryClass.ThrottleOnly, buckets: ["read", "write"]);

    private readonly ApiTransport _api = null!;

    internal GraphQLClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected GraphQLClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Execute];

    /// <summary>Runs a query or mutation against the schema in crm.graphql.</summary>
    /// <param name="request">The document, its variables, and which operation of it to run.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Data and errors as they came.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: The body is no GraphQL request: the query is missing or empty, or a member has the wrong type.
    /// </exception>
    /// <remarks>
    /// Scopes are checked per root field, equal to those of the matching REST call. Problems in or below the document come as
    /// errors with HTTP 200 and throw nothing here; their code stands in errors[].extensions.code. GRAPHQL_PARSE_FAILED: the
    /// document is not valid syntax. GRAPHQL_VALIDATION_FAILED: the document does not fit the schema or its variables. Below a
    /// field the codes of the matching REST call: VALIDATION_ERROR, INVALID_STATE, FORBIDDEN, RESOURCE_NOT_FOUND,
    /// DUPLICATE_RESOURCE, UPSTREAM_ERROR. The path is published.
    /// </remarks>
    public virtual async Task<GraphQLResponse> ExecuteAsync(GraphQLRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        GraphQLResponse response = await _api.SendAsync(Execute.At(), request, CrmJson.Default.GraphQLRequest, CrmJson.Default.GraphQLResponse, options, cancellationToken).ConfigureAwait(false);
        return response.Errors is null ? response : response with { Errors = [.. response.Errors.Select(Masked)] };
    }

    /// <summary>Runs a GraphQL document and reads its data; errors stand beside the data and nothing is thrown for them.</summary>
    /// <typeparam name="T">What the data is read as.</typeparam>
    /// <param name="query">The document.</param>
    /// <param name="variables">Values of its variables, by name; null for none. Lists and input objects go through <see cref="GraphQLRequest.Variables"/>.</param>
    /// <param name="dataType">How the data is read: a member of your own source-generated JSON context.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The data, which may be partial, and the errors.</returns>
    /// <exception cref="OutreachResponseException">The data does not fit <typeparamref name="T"/>.</exception>
    /// <remarks>Fails as the untyped form does.</remarks>
    public virtual async Task<GraphQLResult<T>> ExecuteAsync<T>(string query, IReadOnlyDictionary<string, JsonScalar>? variables, JsonTypeInfo<T> dataType, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        Dictionary<string, JsonElement>? values = variables?.ToDictionary(variable => variable.Key, variable => JsonSerializer.SerializeToElement(variable.Value, CrmJson.Default.JsonScalar), StringComparer.Ordinal);
        GraphQLResponse response = await ExecuteAsync(new GraphQLRequest { Query = query, Variables = values }, options, cancellationToken).ConfigureAwait(false);
        try
        {
            return response.Read(dataType);
        }
        catch (JsonException e)
        {
            throw new OutreachResponseException($"{Execute.Name}: the data does not fit {typeof(T).Name}.", e) { Operation = Execute.Name, Attempts = 1, StatusCode = HttpStatusCode.OK };
        }
    }

    /// <summary>Runs a GraphQL document and gives its data; any error throws.</summary>
    /// <typeparam name="T">What the data is read as.</typeparam>
    /// <param name="query">The document.</param>
    /// <param name="variables">Values of its variables, by name; null for none. Lists and input objects go through <see cref="GraphQLRequest.Variables"/>.</param>
    /// <param name="dataType">How the data is read: a member of your own source-generated JSON context.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The whole data.</returns>
    /// <exception cref="GraphQLException">The answer has errors, or no data.</exception>
    /// <exception cref="OutreachResponseException">The data does not fit <typeparamref name="T"/>.</exception>
    /// <remarks>Fails as the untyped form does.</remarks>
    public virtual async Task<T> QueryAsync<T>(string query, IReadOnlyDictionary<string, JsonScalar>? variables, JsonTypeInfo<T> dataType, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        GraphQLResult<T> result = await ExecuteAsync(query, variables, dataType, options, cancellationToken).ConfigureAwait(false);
        return result.DataOrThrow();
    }

    // They end in the text of a GraphQLException.
    private GraphQLError Masked(GraphQLError error) => error with
    {
        Message = _api.Mask(error.Message),
        Extensions = error.Extensions is null ? null : error.Extensions with
        {
            Code = _api.Mask(error.Extensions.Code),
            RequestId = error.Extensions.RequestId is null ? null : _api.Mask(error.Extensions.RequestId),
        },
    };
}

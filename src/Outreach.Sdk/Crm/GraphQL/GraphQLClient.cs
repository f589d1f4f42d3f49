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
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachConflictException">
    /// DUPLICATE_RESOURCE: A unique value is taken (authUserId; segment or journey name per tenant).
    /// </exception>
    /// <exception cref="OutreachApiException">
    /// UPSTREAM_ERROR: The messaging service or a social network failed or refused; GRAPHQL_PARSE_FAILED: GraphQL only, in
    /// errors[].extensions.code: the document is not valid syntax; GRAPHQL_VALIDATION_FAILED: GraphQL only, in
    /// errors[].extensions.code: the document does not fit the schema or its variables.
    /// </exception>
    /// <remarks>
    /// Scopes are checked per root field, equal to those of the matching REST call. Problems in or below the document come as
    /// errors with HTTP 200. The path is published.
    /// </remarks>
    public virtual Task<GraphQLResponse> ExecuteAsync(GraphQLRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Execute.At(), request, CrmJson.Default.GraphQLRequest, CrmJson.Default.GraphQLResponse, options, cancellationToken);

    /// <summary>Runs a GraphQL document and reads its data; errors stand beside the data and nothing is thrown for them.</summary>
    /// <typeparam name="T">What the data is read as.</typeparam>
    /// <param name="query">The document.</param>
    /// <param name="variables">Values of its variables, by name; null for none. Lists and input objects go through <see cref="GraphQLRequest.Variables"/>.</param>
    /// <param name="dataType">How the data is read: a member of your own source-generated JSON context.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The data, which may be partial, and the errors.</returns>
    /// <remarks>Fails as the untyped form does.</remarks>
    public virtual async Task<GraphQLResult<T>> ExecuteAsync<T>(string query, IReadOnlyDictionary<string, JsonScalar>? variables, JsonTypeInfo<T> dataType, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        Dictionary<string, JsonElement>? values = variables?.ToDictionary(variable => variable.Key, variable => JsonSerializer.SerializeToElement(variable.Value, CrmJson.Default.JsonScalar), StringComparer.Ordinal);
        GraphQLResponse response = await ExecuteAsync(new GraphQLRequest { Query = query, Variables = values }, options, cancellationToken).ConfigureAwait(false);
        return response.Read(dataType);
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
    /// <remarks>Fails as the untyped form does.</remarks>
    public virtual async Task<T> QueryAsync<T>(string query, IReadOnlyDictionary<string, JsonScalar>? variables, JsonTypeInfo<T> dataType, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        GraphQLResult<T> result = await ExecuteAsync(query, variables, dataType, options, cancellationToken).ConfigureAwait(false);
        return result.DataOrThrow();
    }
}

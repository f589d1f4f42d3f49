using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>
/// Answers GraphQL requests over a schema. A field without a resolver is the member of its name of the source object
/// (a <see cref="JsonElement"/>, a <see cref="RecordSource"/> or a dictionary); a member that is missing is null. It keeps no state and may be shared.
/// </summary>
internal sealed class GraphQLExecutor
{
    private readonly Schema _schema;
    private readonly GraphQLLimits _limits;
    private readonly Dictionary<(string Type, string Field), Resolver> _resolvers;

    /// <exception cref="ArgumentException">A resolver is for a field that the schema lacks.</exception>
    public GraphQLExecutor(Schema schema, IReadOnlyDictionary<(string Type, string Field), Resolver> resolvers, GraphQLLimits? limits = null)
    {
        _schema = schema;
        _limits = limits ?? GraphQLLimits.Default;
        _resolvers = Introspection.Resolvers(schema);
        foreach (var (key, resolver) in resolvers)
        {
            if (schema.Types.GetValueOrDefault(key.Type) is not ObjectType type || !type.Fields.ContainsKey(key.Field))
                throw new ArgumentException($"The schema has no field {key.Type}.{key.Field}.", nameof(resolvers));
            _resolvers[key] = resolver;
        }
    }

    /// <summary>Reads and validates a document and finds the operation to execute, so that its type is known beforehand.</summary>
    public PreparedRequest Prepare(string query, string? operationName = null)
    {
        Document document;
        try
        {
            document = Parser.Parse(query, _limits);
        }
        catch (GraphQLSyntaxException e)
        {
            return new(null, null, [new(e.Message, GraphQLErrorCode.ParseFailed, [e.Location])]);
        }

        var errors = Validator.Validate(_schema, document, _limits);
        if (errors.Count > 0) return new(document, null, errors);
        var operations = document.Definitions.OfType<OperationDefinition>().ToList();
        var operation = string.IsNullOrEmpty(operationName)
            ? operations.Count == 1 ? operations[0] : null
            : operations.Find(o => o.Name == operationName);
        if (operation is { Operation: OperationType.Query or OperationType.Mutation }) return new(document, operation, []);
        var message = operation is not null ? "Subscriptions are not executed here."
            : string.IsNullOrEmpty(operationName) ? "The document has several operations: name the one to execute."
            : $"The document has no operation named \"{operationName}\".";
        return new(document, null, [new(message, GraphQLErrorCode.ValidationFailed, [])]);
    }

    /// <summary>Prepares and executes in one step.</summary>
    public ExecutionResult Execute(string query, string? operationName = null, JsonElement? variables = null, object? context = null, string? requestId = null)
        => Execute(Prepare(query, operationName), variables, context, requestId);

    /// <summary>Executes a prepared request.</summary>
    /// <param name="request">What <see cref="Prepare"/> gave.</param>
    /// <param name="variables">The values of the variables: an object, null or nothing.</param>
    /// <param name="context">Handed to every resolver.</param>
    /// <param name="requestId">Put in the extensions of every error.</param>
    public ExecutionResult Execute(PreparedRequest request, JsonElement? variables = null, object? context = null, string? requestId = null)
    {
        if (request.Document is null || request.Operation is null) return new(request.Errors, requestId);
        List<GraphQLError> errors = [];
        var values = VariableCoercion.Coerce(_schema, request.Operation, variables, errors);
        if (errors.Count > 0) return new(errors, requestId);
        try
        {
            var execution = new Execution(_schema, _resolvers, request.Document, values, context, _limits.MaxResultValues, errors);
            return new(execution.Run(request.Operation), errors, requestId);
        }
        catch (ResultTooLargeException)
        {
            return new([new($"The result has more than {_limits.MaxResultValues} values.", GraphQLErrorCode.ValidationFailed, [])], requestId);
        }
    }
}

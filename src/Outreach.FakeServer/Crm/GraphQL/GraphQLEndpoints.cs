using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>GraphQL over HTTP: one POST, one document, the answer always 200 once the request itself can be read.</summary>
internal static class GraphQLEndpoints
{
    private static readonly GraphQLExecutor Executor = new(CrmSchema.Instance, Fields());

    public static void Map(RouteTable<CrmCall> routes) => routes.Map("graphql.execute", Execute);

    private static FakeResponse Execute(CrmCall call)
    {
        JsonElement body = call.Body();
        if (!body.TryGetProperty("query", out JsonElement query)) throw CrmError.Invalid("query is required");
        if (query.ValueKind != JsonValueKind.String) throw CrmError.Invalid("query must be a string");
        if (query.GetString()!.Length == 0) throw CrmError.Invalid("query must not be empty");
        JsonElement? variables = Member(body, "variables", JsonValueKind.Object, "an object");
        string? operationName = Member(body, "operationName", JsonValueKind.String, "a string")?.GetString();

        CrmModule module = call.World.Modules.OfType<CrmModule>().Single();
        ExecutionResult result = Executor.Execute(Executor.Prepare(query.GetString()!, operationName), variables, new GraphQLCaller(module, call.Caller), module.NewRequestId());
        return CrmCall.Json(200, JsonBody.Write(result, static (writer, result) => result.Write(writer)));
    }

    private static JsonElement? Member(JsonElement body, string name, JsonValueKind kind, string expected)
    {
        if (!body.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == kind ? value : throw CrmError.Invalid($"{name} must be {expected}");
    }

    private static Dictionary<(string Type, string Field), Resolver> Fields()
    {
        Dictionary<(string Type, string Field), Resolver> fields = [];
        QueryFields.Register(fields);
        MutationFields.Register(fields);
        return fields;
    }
}

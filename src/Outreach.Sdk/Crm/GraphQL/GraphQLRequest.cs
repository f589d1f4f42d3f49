using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>A GraphQL document to run against the schema in crm.graphql.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document.</summary>
    public required string Query { get; init; }

    /// <summary>Values of its variables.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    /// <summary>Which operation to run when the document holds several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OperationName { get; init; }
}

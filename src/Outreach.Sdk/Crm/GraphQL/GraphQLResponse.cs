using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Result of a GraphQL call.</summary>
public sealed record GraphQLResponse
{
    /// <summary>Result, shaped by the document; null when execution did not start or a non-null root field failed.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Present when something failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GraphQLError>? Errors { get; init; }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Crm;

/// <summary>Result of a GraphQL call.</summary>
public sealed record GraphQLResponse
{
    /// <summary>Result, shaped by the document; null when execution did not start or a non-null root field failed.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Present when something failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GraphQLError>? Errors { get; init; }

    /// <summary>Reads the data, and keeps the errors beside it.</summary>
    /// <typeparam name="T">What the data is read as.</typeparam>
    /// <param name="dataType">How the data is read: a member of your own source-generated JSON context.</param>
    public GraphQLResult<T> Read<T>(JsonTypeInfo<T> dataType)
        => Data is { ValueKind: JsonValueKind.Object } data
            ? new() { Data = data.Deserialize(dataType), Errors = Errors ?? [] }
            : new() { Errors = Errors ?? [] };
}

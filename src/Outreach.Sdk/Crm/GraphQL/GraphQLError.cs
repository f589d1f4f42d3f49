using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>One GraphQL error.</summary>
public sealed record GraphQLError
{
    /// <summary>Text for people.</summary>
    public string Message { get => field ?? ""; init; }

    /// <summary>Where in the document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GraphQLErrorLocation>? Locations { get; init; }

    /// <summary>Which field of the result.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonScalar>? Path { get; init; }

    /// <summary>Machine-readable part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphQLErrorExtensions? Extensions { get; init; }
}

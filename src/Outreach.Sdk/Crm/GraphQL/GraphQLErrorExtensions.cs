using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Machine-readable part.</summary>
public sealed record GraphQLErrorExtensions
{
    /// <summary>A code of x-error-code-catalog.</summary>
    public string Code { get => field ?? ""; init; }

    /// <summary>Identifier of the call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Crm;

/// <summary>Machine-readable part.</summary>
public sealed record GraphQLErrorExtensions
{
    /// <summary>One of <c>CrmErrorCodes</c>.</summary>
    public string Code { get => field ?? ""; init; }

    /// <summary>Identifier of the call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }
}

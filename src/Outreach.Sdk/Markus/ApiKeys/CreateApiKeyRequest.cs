using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Data for a new API key.</summary>
public sealed record CreateApiKeyRequest
{
    /// <summary>Label, trimmed. 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Scopes to grant. <c>*</c> must stand alone. 1 to 18 items.</summary>
    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    /// <summary>Optional expiry, must lie in the future.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }
}

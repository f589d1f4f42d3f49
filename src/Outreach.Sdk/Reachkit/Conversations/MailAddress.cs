using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>An address with an optional name.</summary>
public sealed record MailAddress
{
    /// <summary>Address.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Display name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>New lead.</summary>
public sealed record CreateLeadRequest
{
    /// <summary>Address; trimmed and lower-cased.</summary>
    public required string Email { get; init; }

    /// <summary>First name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LastName { get; init; }

    /// <summary>Merge-tag values by name, as submitted, e.g. company and role.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonScalar>? Variables { get; init; }

    /// <summary>What to do when the campaign has the address already: refuse (<c>fail</c>, the default), keep the lead as it is (<c>skip</c>) or change it (<c>update</c>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeadIfExists? IfExists { get; init; }
}

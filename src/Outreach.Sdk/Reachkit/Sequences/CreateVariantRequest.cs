using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>New variant.</summary>
public sealed record CreateVariantRequest
{
    /// <summary>Subject template; not blank. Merge tags such as <c>{{first_name|there}}</c> are filled in for each lead.</summary>
    public required string Subject { get; init; }

    /// <summary>HTML template; normalised on save. Merge tags such as <c>{{first_name|there}}</c> are filled in for each lead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BodyHtml { get; init; }

    /// <summary>Whether sending may pick it. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Enabled { get; init; }
}

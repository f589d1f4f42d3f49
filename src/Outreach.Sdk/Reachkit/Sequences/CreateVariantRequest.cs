using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>New variant.</summary>
public sealed record CreateVariantRequest
{
    /// <summary>Subject template; not blank.</summary>
    public required string Subject { get; init; }

    /// <summary>HTML template; normalised on save.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BodyHtml { get; init; }

    /// <summary>Whether sending may pick it. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Enabled { get; init; }
}

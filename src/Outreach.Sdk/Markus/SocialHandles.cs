using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Social accounts of a contact. Each member may be null or left out.</summary>
public sealed record SocialHandles
{
    /// <summary>Instagram handle without @.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instagram { get; init; }

    /// <summary>Twitter handle without @.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Twitter { get; init; }

    /// <summary>LinkedIn public profile slug or URL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Linkedin { get; init; }
}

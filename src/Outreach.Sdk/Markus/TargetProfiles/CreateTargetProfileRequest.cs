using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Data for a target profile.</summary>
public sealed record CreateTargetProfileRequest
{
    /// <summary>Profile name, unique within the campaign (case-insensitive). 1 to 120 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Who fits and why. At most 2000 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Kinds of contact that fit. At most 8 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContactType>? ContactTypes { get; init; }

    /// <summary>Industries. At most 20 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Industries { get; init; }

    /// <summary>Search terms for profile discovery. At most 30 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Places, free text. At most 20 items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Locations { get; init; }
}

namespace Outreach.Sdk.Markus;

/// <summary>A description of the contacts that a campaign looks for.</summary>
public sealed record TargetProfile
{
    /// <summary>Target profile id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>Profile name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Who fits and why.</summary>
    public string? Description { get; init; }

    /// <summary>Kinds of contact that fit.</summary>
    public IReadOnlyList<ContactType> ContactTypes { get => field ?? []; init; }

    /// <summary>Industries.</summary>
    public IReadOnlyList<string> Industries { get => field ?? []; init; }

    /// <summary>Search terms; used by profile discovery.</summary>
    public IReadOnlyList<string> Keywords { get => field ?? []; init; }

    /// <summary>Places, free text.</summary>
    public IReadOnlyList<string> Locations { get => field ?? []; init; }

    /// <summary>Who made it.</summary>
    public TargetProfileSource Source { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

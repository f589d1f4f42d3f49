namespace Outreach.Sdk.Crm;

/// <summary>Changes the customer's profile.</summary>
public sealed record UpdateStep : JourneyStepAction
{
    /// <summary>Profile fields to write (those a profile update accepts); null for none.</summary>
    public IReadOnlyDictionary<string, JsonScalar>? Set { get; init; }

    /// <summary>Tags to add.</summary>
    public IReadOnlyList<string> AddTags { get => field ?? []; init; }

    /// <summary>Tags to remove.</summary>
    public IReadOnlyList<string> RemoveTags { get => field ?? []; init; }

    /// <inheritdoc/>
    public override JourneyStepType Type => JourneyStepType.Update;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig()
        => new() { Set = Set, AddTags = AddTags.Count == 0 ? null : AddTags, RemoveTags = RemoveTags.Count == 0 ? null : RemoveTags };
}

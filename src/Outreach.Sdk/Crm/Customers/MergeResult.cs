namespace Outreach.Sdk.Crm;

/// <summary>
/// Outcome of a merge. The field names winnerId, loserId, mergedFields, mergedBy and mergedAt are those of the published merge
/// event; that the REST answer uses them is inferred.
/// </summary>
public sealed record MergeResult
{
    /// <summary>Surviving profile.</summary>
    public string WinnerId { get => field ?? ""; init; }

    /// <summary>Profile that is now MERGED.</summary>
    public string LoserId { get => field ?? ""; init; }

    /// <summary>What was moved to the winner.</summary>
    public IReadOnlyList<MergedField> MergedFields { get => field ?? []; init; }

    /// <summary>User id of the caller.</summary>
    public string MergedBy { get => field ?? ""; init; }

    /// <summary>When the merge happened.</summary>
    public DateTimeOffset MergedAt { get; init; }

    /// <summary>The surviving profile after the merge.</summary>
    public Customer Customer { get => field ?? new(); init; }
}

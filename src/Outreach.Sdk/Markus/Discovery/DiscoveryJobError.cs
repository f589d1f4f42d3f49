namespace Outreach.Sdk.Markus;

/// <summary>Why a job failed.</summary>
public sealed record DiscoveryJobError
{
    /// <summary>Every published error code. Clients must accept codes that are not in this list.</summary>
    public string Code { get => field ?? ""; init; }

    /// <summary>Reason.</summary>
    public string Message { get => field ?? ""; init; }
}

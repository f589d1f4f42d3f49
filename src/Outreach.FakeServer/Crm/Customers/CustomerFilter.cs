using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Which customers a list shows; members that are null limit nothing.</summary>
internal sealed record CustomerFilter
{
    public CustomerStatus? Status { get; init; }

    public LifecycleStage? LifecycleStage { get; init; }

    public string? Search { get; init; }

    public string? SegmentId { get; init; }

    public double? EngagementMin { get; init; }

    public double? ChurnRiskMin { get; init; }

    public bool? EmailOptIn { get; init; }
}

using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A campaign.</summary>
internal sealed record CampaignRow : Row
{
    public required string AccountId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public CampaignStatus Status { get; init; } = CampaignStatus.Draft;

    public required ObjectiveType ObjectiveType { get; init; }

    public string? Objective { get; init; }

    public IReadOnlyList<Channel> Channels { get; init; } = [Channel.Email];

    public ProductDetails? Product { get; init; }

    public VenueDetails? Venue { get; init; }

    public string? CustomInstructions { get; init; }

    public required CampaignSettings Settings { get; init; }

    public CampaignFunding Funding { get; init; } = CampaignFunding.Plan;

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    public DateTimeOffset? ActivatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The latest product analysis.</summary>
    public ProductAnalysis? Analysis { get; init; }

    /// <summary>The latest content strategy.</summary>
    public CampaignStrategy? Strategy { get; init; }

    public CampaignCounters Counters { get; init; } = new();

    /// <summary>When the next planned messages go out: what the campaign's one sending job waits for.</summary>
    public DateTimeOffset? NextSend { get; init; }

    /// <summary>How far planning has found everything full, by channel; holds while <see cref="AccountRow.PlanEpoch"/> stays.</summary>
    public IReadOnlyList<PlanCursor> Cursors { get; init; } = [];

    /// <summary>Whether it lives: neither completed nor deleted.</summary>
    public bool IsOpen => Status != CampaignStatus.Completed && Status != CampaignStatus.Deleted;
}

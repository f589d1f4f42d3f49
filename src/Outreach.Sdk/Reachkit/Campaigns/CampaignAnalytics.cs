namespace Outreach.Sdk.Reachkit;

/// <summary>Headline numbers plus the day series and the breakdown per step and variant.</summary>
public sealed record CampaignAnalytics
{
    /// <summary>Percent of the planned work that is done, 0-100.</summary>
    public int Progress { get; init; }

    /// <summary>Number of steps.</summary>
    public int SequenceSteps { get; init; }

    /// <summary>Number of leads.</summary>
    public int LeadsCount { get; init; }

    /// <summary>Campaign emails sent, all steps.</summary>
    public int Sent { get; init; }

    /// <summary>Distinct leads to whom at least one email went.</summary>
    public int Contacted { get; init; }

    /// <summary>Distinct leads that replied.</summary>
    public int Replies { get; init; }

    /// <summary>replies / contacted, in percent, two decimals.</summary>
    public double ReplyRate { get; init; }

    /// <summary>Conversations of this campaign whose effective label is positive.</summary>
    public int PositiveReplies { get; init; }

    /// <summary>positive_replies / contacted, in percent, two decimals.</summary>
    public double PositiveReplyRate { get; init; }

    /// <summary>Emails that bounced.</summary>
    public int Bounced { get; init; }

    /// <summary>bounced / sent, in percent, two decimals.</summary>
    public double BounceRate { get; init; }

    /// <summary>Exactly 30 days, oldest first, today last.</summary>
    public IReadOnlyList<CampaignDailyStat> Daily { get => field ?? []; init; }

    /// <summary>By step.</summary>
    public IReadOnlyList<SequenceStats> Sequences { get => field ?? []; init; }
}

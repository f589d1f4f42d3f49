namespace Outreach.Sdk.Reachkit;

/// <summary>Numbers of one calendar day.</summary>
public sealed record CampaignDailyStat
{
    /// <summary>Day in the campaign's zone. YYYY-MM-DD.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Emails sent that day.</summary>
    public int Sent { get; init; }

    /// <summary>Leads whose first reply came that day.</summary>
    public int Replies { get; init; }
}

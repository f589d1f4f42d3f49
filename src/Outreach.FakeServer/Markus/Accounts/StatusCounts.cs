using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>An account's campaigns by status.</summary>
internal sealed record StatusCounts(int Draft = 0, int Active = 0, int Paused = 0, int Completed = 0, int Deleted = 0)
{
    /// <summary>Campaigns that are not deleted.</summary>
    public int Existing => Draft + Active + Paused + Completed;

    /// <summary>The number of one status.</summary>
    public int Of(CampaignStatus status) => status.Value switch
    {
        "draft" => Draft,
        "active" => Active,
        "paused" => Paused,
        "completed" => Completed,
        "deleted" => Deleted,
        _ => 0,
    };

    /// <summary>One campaign more, or less, in a status.</summary>
    public StatusCounts Add(CampaignStatus status, int by) => status.Value switch
    {
        "draft" => this with { Draft = Draft + by },
        "active" => this with { Active = Active + by },
        "paused" => this with { Paused = Paused + by },
        "completed" => this with { Completed = Completed + by },
        _ => this with { Deleted = Deleted + by },
    };
}

namespace Outreach.Sdk.Reachkit;

/// <summary>Performance of one variant.</summary>
public sealed record VariantStats
{
    /// <summary>Variant id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Whether it is in use.</summary>
    public bool Enabled { get; init; }

    /// <summary>Emails sent with it.</summary>
    public int Sent { get; init; }

    /// <summary>Leads whose first reply followed an email with this variant.</summary>
    public int Replies { get; init; }

    /// <summary>replies / sent, in percent, two decimals.</summary>
    public double ReplyRate { get; init; }

    /// <summary>Positive conversations credited to it.</summary>
    public int PositiveReplies { get; init; }

    /// <summary>positive_replies / sent, in percent, two decimals.</summary>
    public double PositiveReplyRate { get; init; }
}

namespace Outreach.FakeServer.Mailmark;

/// <summary>How many messages came to which end.</summary>
internal readonly record struct DeliveryCounts(int Total, int Delivered, int Bounced, int Failed, int Opened, int Clicked, int Replied)
{
    /// <summary>Counts messages.</summary>
    public static DeliveryCounts Of(IEnumerable<EmailRow> emails)
    {
        DeliveryCounts counts = default;
        foreach (EmailRow email in emails) counts += email;
        return counts;
    }

    /// <summary>Counts one more message.</summary>
    public static DeliveryCounts operator +(DeliveryCounts counts, EmailRow email) => new(
        counts.Total + 1,
        counts.Delivered + (email.DeliveryStatus == "delivered" ? 1 : 0),
        counts.Bounced + (email.DeliveryStatus == "bounced" ? 1 : 0),
        counts.Failed + (email.DeliveryStatus == "failed" ? 1 : 0),
        counts.Opened + (email.OpenedAt is not null ? 1 : 0),
        counts.Clicked + (email.Clicks.Count > 0 ? 1 : 0),
        counts.Replied + (email.RepliedAt is not null ? 1 : 0));
}

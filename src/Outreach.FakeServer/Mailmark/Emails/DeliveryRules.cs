namespace Outreach.FakeServer.Mailmark;

/// <summary>What becomes of a message after it went out: outcome, opens, clicks, replies.</summary>
internal sealed class DeliveryRules(MailmarkService service)
{
    private MailmarkState State => service.State;

    /// <summary>Whether there is a record of a message.</summary>
    public bool Knows(string messageId) => Find(messageId) is not null;

    /// <summary>Takes an outcome; the last one wins. A bounce of a step's mail ends the enrollment.</summary>
    public void Outcome(string messageId, string status)
    {
        if (Find(messageId) is not { } email) return;
        service.Mail.Update(email with { DeliveryStatus = status });
        if (status is "failed" or "bounced" && !service.Settings.SourceQuirks) service.Sequences.Bounced(email.EnrollmentId);
    }

    /// <summary>Takes a load of the pixel: the first one counts, and proves delivery.</summary>
    public void Opened(string messageId)
    {
        if (Find(messageId) is not { OpenedAt: null } email) return;
        service.Mail.Update(email with { OpenedAt = service.Now, DeliveryStatus = email.DeliveryStatus == "pending" ? "delivered" : email.DeliveryStatus });
    }

    /// <summary>Takes a click, once for each address.</summary>
    public void Clicked(string messageId, string url)
    {
        if (Find(messageId) is not { } email || email.Clicks.Any(click => click.Url == url)) return;
        service.Mail.Update(email with { Clicks = [.. email.Clicks, new ClickRow(url, service.Now)] });
    }

    /// <summary>Stamps the message that an answer names; the first answer counts.</summary>
    public void Replied(string inReplyTo)
    {
        string messageId = service.Settings.SourceQuirks ? inReplyTo : Bare(inReplyTo);
        if (State.EmailsByMessageId.First(messageId) is { RepliedAt: null } email) service.Mail.Update(email with { RepliedAt = service.Now });
    }

    private EmailRow? Find(string messageId) => State.EmailsByMessageId.First(messageId) ?? State.EmailsByMessageId.First(Bare(messageId));

    private static string Bare(string messageId)
    {
        string bare = messageId.Trim().TrimStart('<').TrimEnd('>');
        int at = bare.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? bare : bare[..at];
    }
}

namespace Outreach.FakeServer.Mailmark;

/// <summary>A message that is to be sent.</summary>
/// <param name="Mailbox">The sender.</param>
/// <param name="To">The recipients.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Html">The body as given, before footer and tracking.</param>
/// <param name="BatchId">The batch of a campaign; null for other mail.</param>
/// <param name="EnrollmentId">The enrollment whose step sends it.</param>
internal sealed record OutgoingMail(MailboxRow Mailbox, IReadOnlyList<string> To, string Subject, string Html, string? BatchId = null, string? EnrollmentId = null)
{
    /// <summary>Whether it is campaign mail: one recipient, unsubscribe headers and footer, subject to suppression.</summary>
    public bool IsCampaign => BatchId is not null;
}

namespace Outreach.FakeServer.Mailmark;

/// <summary>
/// What must lead somewhere in Mailmark. An account may be gone while its domains, keys and mail are still there, a domain while
/// its keys are, a mailbox while its sequences and schedules are, and a sequence while its enrollments are.
/// </summary>
internal static class MailmarkReferences
{
    public static IEnumerable<Reference> Of(MailmarkState state) =>
    [
        state.Mailboxes.Refers(row => row.DomainId, state.Domains),
        state.SenderGroups.Refers(row => row.DomainId, state.Domains),
        state.SenderGroups.Refers(row => row.MailboxIds, state.Mailboxes),
        state.Emails.Refers(row => row.DomainId, state.Domains),
        state.Emails.Refers(row => row.MailboxId, state.Mailboxes),
        state.Emails.Refers(row => row.EnrollmentId, state.Enrollments),
        state.Sequences.Refers(row => row.DomainId, state.Domains),
        state.Suppressions.Refers(row => row.DomainId, state.Domains),
        state.Warming.Refers(row => row.DomainId, state.Domains),
        state.Health.Refers(row => row.DomainId, state.Domains),
        state.Warmup.Refers(row => row.DomainId, state.Domains),
    ];
}

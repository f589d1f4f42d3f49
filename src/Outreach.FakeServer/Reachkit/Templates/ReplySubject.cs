namespace Outreach.FakeServer.Reachkit;

/// <summary>Subjects of messages that follow others (contract sections 3.10 and 6.4).</summary>
internal static class ReplySubject
{
    private const string Prefix = "Re: ";

    /// <summary>Puts <c>Re: </c> before a subject unless it has one already; a blank one stays empty.</summary>
    public static string To(string? subject)
    {
        if (string.IsNullOrWhiteSpace(subject)) return "";
        return subject.AsSpan().TrimStart().StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? subject : Prefix + subject;
    }

    /// <summary>Gives the subject of a campaign email: the rendered one, or if that is blank the reply to the last one sent to the lead.</summary>
    /// <param name="rendered">The variant's subject for the lead.</param>
    /// <param name="last">Subject of the last email to the lead; null on step 1.</param>
    public static string ForCampaign(string rendered, string? last) => string.IsNullOrWhiteSpace(rendered) ? To(last) : rendered;
}

namespace Outreach.FakeServer.Mailmark;

/// <summary>A fixture that cannot be taken; nothing of it was stored.</summary>
public sealed class MailmarkFixtureException : Exception
{
    /// <summary>Names the place and what is wrong there.</summary>
    /// <param name="place">The place, such as <c>emails[3].mailbox</c>.</param>
    /// <param name="problem">What is wrong, such as <c>no mailbox 'x@y'</c>.</param>
    public MailmarkFixtureException(string place, string problem) : base($"{place}: {problem}")
    {
        Place = place;
        Problem = problem;
    }

    /// <summary>The place, such as <c>emails[3].mailbox</c>.</summary>
    public string Place { get; }

    /// <summary>What is wrong there.</summary>
    public string Problem { get; }
}

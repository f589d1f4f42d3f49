namespace Outreach.FakeServer;

/// <summary>A world is not as a test expects; the message says what was expected and what comes nearest. Every test framework shows it as a failure.</summary>
public sealed class FakeAssertionException : Exception
{
    /// <summary>Says what was expected and what was found.</summary>
    public FakeAssertionException(string message) : base(message)
    {
    }
}

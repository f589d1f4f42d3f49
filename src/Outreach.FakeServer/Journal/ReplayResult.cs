namespace Outreach.FakeServer;

/// <summary>What came of replaying a record.</summary>
/// <param name="Requests">How many requests were made again.</param>
/// <param name="Difference">The first answer that differs, and in what; null when all are the same, byte by byte.</param>
public sealed record ReplayResult(int Requests, string? Difference)
{
    /// <summary>Whether all answers are the same.</summary>
    public bool IsSame => Difference is null;
}

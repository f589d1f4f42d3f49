namespace Outreach.FakeServer.Markus;

/// <summary>The page of a list that is asked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Limit">Items per page.</param>
internal readonly record struct PageRequest(int Number, int Limit)
{
    /// <summary>Items on earlier pages.</summary>
    public long Skip => (Number - 1L) * Limit;
}

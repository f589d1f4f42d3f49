namespace Outreach.FakeServer;

/// <summary>All that a world was told to fail on and that happened.</summary>
/// <param name="Found">What happened.</param>
/// <param name="More">How many more unmatched requests and contract violations there were than are told of.</param>
internal sealed record Failures(IReadOnlyList<Failure> Found, int More)
{
    /// <summary>Whether nothing happened.</summary>
    public bool IsEmpty => Found.Count == 0;

    /// <summary>Tells of them.</summary>
    /// <param name="record">Writes the record of the run and gives the command that shows them again.</param>
    public string Tell(Func<string> record)
    {
        IEnumerable<string> lines = Found.Select(failure => failure.Text);
        if (More > 0) lines = lines.Append($"and {More} more");
        return $"The fake was told to fail on this:{string.Concat(lines.Select(line => Environment.NewLine + "  " + line))}{Environment.NewLine}  {Again(record)}";
    }

    // What happened is told even where no record can be written, such as on a file system that is read only.
    private static string Again(Func<string> record)
    {
        try
        {
            return $"To see it again: {record()}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The record of the run cannot be written: {e.Message}";
        }
    }
}

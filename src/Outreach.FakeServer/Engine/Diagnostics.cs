namespace Outreach.FakeServer;

/// <summary>What <see cref="FailOn"/> found while a world was running; told under the world's lock.</summary>
internal sealed class Diagnostics
{
    private const int Most = 20;

    /// <summary>Whether every world of the process holds its answers to the contracts; the project's own tests set it.</summary>
    public static bool WatchAnswers { get; set; }

    private readonly List<string> _lines = [];
    private int _more;

    /// <summary>What was found, the first 20 in full.</summary>
    public IReadOnlyList<string> Lines => _more == 0 ? _lines : [.. _lines, $"and {_more} more"];

    /// <summary>Whether calls are to be looked at.</summary>
    public static bool AreWanted(FailOn failOn) => WatchAnswers || failOn != FailOn.Nothing;

    /// <summary>Looks at a call.</summary>
    public void Look(FailOn failOn, JournalEntry entry)
    {
        // Paths outside the contracts that a service answers all the same, such as tracking links, are no mistake.
        if (failOn.HasFlag(FailOn.UnmatchedRequest) && entry is { Operation: null, Status: >= 400 })
            Add($"unmatched request: {entry.Method} {entry.Path}: {entry.ResponseHeaders.FirstOrDefault(header => header.Key == "X-Fake-Hint").Value ?? $"answered {entry.Status}"}");
        if (failOn.HasFlag(FailOn.ContractViolation))
            foreach (string violation in ContractCheck.OfRequest(entry)) Add($"contract violation in request #{entry.Number}: {violation}");
        if (WatchAnswers || failOn.HasFlag(FailOn.ContractViolation))
            foreach (string violation in ContractCheck.OfAnswer(entry)) Add($"contract violation in answer #{entry.Number}: {violation}");
    }

    private void Add(string line)
    {
        if (_lines.Count < Most) _lines.Add(line);
        else _more++;
    }
}

namespace Outreach.FakeServer;

/// <summary>What <see cref="FailOn"/> found while a world was running; told under the world's lock.</summary>
internal sealed class Diagnostics
{
    private const int Most = 20;

    /// <summary>Whether every world of the process holds its answers to the contracts; the project's own tests set it.</summary>
    public static bool WatchAnswers { get; set; }

    /// <summary>What is wrong with a world that ends, null when nothing is; the project's own tests set it.</summary>
    public static Func<World, string?>? WatchEnd { get; set; }

    private readonly List<Failure> _found = [];

    /// <summary>What was found, the first 20 in full.</summary>
    public IReadOnlyList<Failure> Found => _found;

    /// <summary>How many were found beyond those.</summary>
    public int More { get; private set; }

    /// <summary>Whether calls are to be looked at.</summary>
    public static bool AreWanted(FailOn failOn) => WatchAnswers || failOn != FailOn.Nothing;

    /// <summary>Looks at a call.</summary>
    public void Look(FailOn failOn, JournalEntry entry)
    {
        // Paths outside the contracts that a service answers all the same, such as tracking links, are no mistake.
        if (failOn.HasFlag(FailOn.UnmatchedRequest) && entry is { Operation: null, Status: >= 400 })
            Add(FailOn.UnmatchedRequest, $"unmatched request: {entry.Method} {entry.Path}: {entry.ResponseHeaders.FirstOrDefault(header => header.Key == "X-Fake-Hint").Value ?? $"answered {entry.Status}"}");
        if (failOn.HasFlag(FailOn.ContractViolation))
            foreach (string violation in ContractCheck.OfRequest(entry)) Add(FailOn.ContractViolation, $"contract violation in request #{entry.Number}: {violation}");
        if (WatchAnswers || failOn.HasFlag(FailOn.ContractViolation))
            foreach (string violation in ContractCheck.OfAnswer(entry)) Add(FailOn.ContractViolation, $"contract violation in answer #{entry.Number}: {violation}");
    }

    /// <summary>Forgets what was found.</summary>
    public void Clear()
    {
        _found.Clear();
        More = 0;
    }

    private void Add(FailOn kind, string text)
    {
        if (_found.Count < Most) _found.Add(new Failure(kind, text));
        else More++;
    }
}

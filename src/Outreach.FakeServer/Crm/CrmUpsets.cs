namespace Outreach.FakeServer.Crm;

/// <summary>What the test control lets go wrong at the services behind Crm.</summary>
internal sealed record CrmUpsets
{
    /// <summary>Errors of the next publications, in order.</summary>
    public IReadOnlyList<string> Publications { get => field ?? []; init; }

    /// <summary>The next token refreshes, in order: true fails for good, false for the moment.</summary>
    public IReadOnlyList<bool> TokenRefreshes { get => field ?? []; init; }

    /// <summary>How many of the next calls to the messaging service fail.</summary>
    public int Messaging { get; init; }

    /// <summary>How many of the next code exchanges and engagement look-ups at a network fail.</summary>
    public int Networks { get; init; }
}

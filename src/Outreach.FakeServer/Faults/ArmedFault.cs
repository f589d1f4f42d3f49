namespace Outreach.FakeServer;

/// <summary>A fault in force.</summary>
public sealed class ArmedFault
{
    private readonly World _world;
    private readonly int _number;

    internal ArmedFault(World world, Fault fault, int number, int seen, int hits)
    {
        Seen = seen;
        Hits = hits;
        _world = world;
        _number = number;
        Fault = fault;
    }

    /// <summary>The fault as it was given.</summary>
    public Fault Fault { get; }

    /// <summary>What it does.</summary>
    public FaultEffect Effect => Fault.Effect;

    /// <summary>A number that names it within its world.</summary>
    public int Number => _number;

    /// <summary>Calls that matched, met or not.</summary>
    public int Seen { get; private set; }

    /// <summary>Calls that were met.</summary>
    public int Hits { get; private set; }

    /// <summary>Whether no further call can be met.</summary>
    public bool IsSpent => Fault.Times is { } times && Hits >= times;

    /// <summary>Ends the fault.</summary>
    public void Disarm() => _world.Faults.Remove(this);

    internal bool Meets(string operation, string? key, string path)
    {
        DateTimeOffset now = _world.Clock.Now;
        if (IsSpent || now < Fault.From || now >= Fault.Until) return false;
        if (!Glob.Matches(Fault.Operation, operation) || (Fault.Key is not null && Fault.Key != key) || (Fault.Path is not null && !Glob.Matches(Fault.Path, path))) return false;
        Seen++;
        if (Seen <= Fault.Skip) return false;
        if (Fault.Probability < 1 && _world.Draws.Fraction($"fault {_number}", "meets", Seen) >= Fault.Probability) return false;
        Hits++;
        return true;
    }

    // A call that the service refused by itself does not use the fault up.
    internal void GiveBack() => Hits--;
}

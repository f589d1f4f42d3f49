namespace Outreach.FakeServer;

/// <summary>A fault in force.</summary>
/// <remarks>
/// It belongs to one world and to one arming. When its world is put back to a moment before it was armed, it is no longer in force,
/// keeps its last counts, and <see cref="Disarm"/> does nothing, even if another fault has got its number since. Put back to a
/// moment when it was in force, it is in force again with the counts of that moment, also after <see cref="Disarm"/>. A fork has
/// faults of its own: <see cref="FaultPlan.Armed"/>.
/// </remarks>
public sealed class ArmedFault
{
    private readonly World _world;
    private readonly int _number;

    internal ArmedFault(World world, Fault fault, int number, int seen = 0, int hits = 0)
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

    /// <summary>Ends the fault; one that is not in force stays so.</summary>
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

    /// <summary>The fault as it was at a moment: itself in its own world, another one elsewhere.</summary>
    internal ArmedFault Restored(World world, int seen, int hits)
    {
        if (world != _world) return new ArmedFault(world, Fault, _number, seen, hits);
        Seen = seen;
        Hits = hits;
        return this;
    }

    // A call that the service refused by itself does not use the fault up.
    internal void GiveBack() => Hits--;
}

using System.Collections.Immutable;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>The faults of a world. The first armed fault that meets a call takes it.</summary>
public sealed class FaultPlan
{
    private readonly World _world;
    private ImmutableList<ArmedFault> _armed = [];
    private int _count;

    internal FaultPlan(World world) => _world = world;

    /// <summary>The faults in force or spent, in order of arming.</summary>
    public IReadOnlyList<ArmedFault> Armed => _armed;

    /// <summary>Arms a fault.</summary>
    /// <exception cref="ArgumentException">No operation fits the fault's pattern, or one of its numbers is out of bounds.</exception>
    public ArmedFault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Add(fault, 0, 0);
    }

    /// <summary>Arms a fault that met calls already, in another run.</summary>
    internal ArmedFault Add(Fault fault, int seen, int hits)
    {
        if (!Knows(fault.Operation))
            throw new ArgumentException($"No operation fits '{fault.Operation}'; a name is an API and an operationId, such as 'markus.campaigns.create'.", nameof(fault));
        if (fault.Skip < 0 || fault.Times < 1 || fault.Probability is < 0 or > 1)
            throw new ArgumentException("A fault's Skip is at least 0, its Times at least 1, its Probability from 0 to 1.", nameof(fault));
        lock (_world.Gate)
        {
            ArmedFault armed = new(_world, fault, ++_count, seen, hits);
            _armed = _armed.Add(armed);
            _world.Recorder.Note(armed);
            return armed;
        }
    }

    /// <summary>Arms a fault on the next calls of an operation.</summary>
    /// <param name="operation">The operation, such as <c>markus.campaigns.create</c>; <c>*</c> stands for any text.</param>
    /// <param name="effect">What is done to the calls.</param>
    /// <param name="times">How many calls are met; null for all.</param>
    public ArmedFault Add(string operation, FaultEffect effect, int? times = 1) => Add(new Fault { Operation = operation, Effect = effect, Times = times });

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_world.Gate)
        {
            foreach (ArmedFault fault in _armed) _world.Recorder.NoteEnd(fault);
            _armed = [];
        }
    }

    /// <summary>Whether any operation fits a pattern.</summary>
    internal bool Knows(string operation) => operation == "*" || _world.Modules.Any(module => module.Operations.Any(one => Glob.Matches(operation, one.Name)));

    internal void Remove(ArmedFault fault)
    {
        lock (_world.Gate)
        {
            _armed = _armed.Remove(fault);
            _world.Recorder.NoteEnd(fault);
        }
    }

    internal ArmedFault? Match(Operation? operation, string? key, string path)
    {
        foreach (ArmedFault fault in _armed)
            if (fault.Meets(operation?.Name ?? "", key, path)) return fault;
        return null;
    }
}

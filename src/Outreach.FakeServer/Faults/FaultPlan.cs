using System.Collections.Immutable;
using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>The faults of a world. The first armed fault that meets a call takes it.</summary>
public sealed class FaultPlan : IStatePart
{
    private readonly World _world;
    private ImmutableList<ArmedFault> _armed = [];
    private int _count;

    internal FaultPlan(World world) => _world = world;

    /// <summary>The faults in force or spent, in order of arming.</summary>
    public IReadOnlyList<ArmedFault> Armed => _armed;

    string IStatePart.Name => "faults";

    bool IStatePart.MayBeMissing => true;

    /// <summary>Arms a fault.</summary>
    /// <exception cref="ArgumentException">
    /// The fault could never do what it says: no operation fits its pattern, the API lacks its error code, it ends before it begins, or one
    /// of its numbers is out of bounds.
    /// </exception>
    public ArmedFault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(fault.Effect, nameof(fault));
        if (Problem(fault) is (_, var reason)) throw new ArgumentException($"{char.ToUpperInvariant(reason[0])}{reason[1..]}.", nameof(fault));
        if (fault.Skip < 0 || fault.Times < 1 || fault.Probability is not (>= 0 and <= 1))
            throw new ArgumentException("A fault's Skip is at least 0, its Times at least 1, its Probability from 0 to 1.", nameof(fault));
        lock (_world.Gate)
        {
            ArmedFault armed = new(_world, fault, ++_count);
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

    /// <summary>Says that no operation fits a pattern.</summary>
    internal static string NoOperation(string operation) => $"no operation fits '{operation}'; a name is an API and an operationId, such as 'markus.campaigns.create'";

    /// <summary>Why a fault could never do what it says, and the member that it lies in; null when it could.</summary>
    internal (string Member, string Reason)? Problem(Fault fault)
    {
        if (!Knows(fault.Operation)) return ("operation", NoOperation(fault.Operation));
        if (fault.Key is { } key && string.IsNullOrWhiteSpace(key)) return ("key", "an empty key meets no call; without one any call is met");
        if (fault.Path is { } path && string.IsNullOrWhiteSpace(path)) return ("path", "an empty path meets no call; without one any call is met");
        if (fault.Until <= fault.From) return ("until", $"{Rfc3339.WriteExact(fault.Until.Value)} is not after {Rfc3339.WriteExact(fault.From.Value)}, from which calls are met");
        if (fault.Effect.Code is not { } code) return null;
        ApiModule[] met = [.. _world.Modules.Where(module => fault.Operation == "*" || module.Operations.Any(one => Glob.Matches(fault.Operation, one.Name)))];
        return met.Any(module => module.HasError(code)) ? null : ("effect.code", $"{string.Join(", ", met.Select(module => module.Name))}: there is no error code '{code}'");
    }

    /// <summary>A fault by its number.</summary>
    internal ArmedFault? Find(long number) => _armed.FirstOrDefault(fault => fault.Number == number);

    /// <summary>Puts other keys in the place of those that faults name.</summary>
    internal void ReplaceKeys(Func<string, string> other)
        => _armed = [.. _armed.Select(armed => armed.Fault.Key is not { } key ? armed : new ArmedFault(_world, armed.Fault with { Key = other(key) }, armed.Number, armed.Seen, armed.Hits))];

    internal void Remove(ArmedFault fault)
    {
        lock (_world.Gate)
        {
            ImmutableList<ArmedFault> others = _armed.Remove(fault);
            if (others == _armed) return;
            _armed = others;
            _world.Recorder.NoteEnd(fault);
        }
    }

    internal ArmedFault? Match(Operation? operation, string? key, string path)
    {
        foreach (ArmedFault fault in _armed)
            if (fault.Meets(operation?.Name ?? "", key, path)) return fault;
        return null;
    }

    object IStatePart.Capture() => new Captured(_count, [.. _armed.Select(fault => (fault, fault.Seen, fault.Hits))]);

    void IStatePart.Restore(object capture)
    {
        Captured captured = (Captured)capture;
        _count = captured.Count;
        _armed = [.. captured.Armed.Select(one => one.Fault.Restored(_world, one.Seen, one.Hits))];
    }

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("armed", _count);
        writer.WriteStartArray("faults");
        foreach (ArmedFault armed in _armed)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", armed.Number);
            writer.WriteNumber("seen", armed.Seen);
            writer.WriteNumber("hits", armed.Hits);
            writer.WriteStartObject("fault");
            FaultJson.WriteMembers(writer, armed.Fault);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    void IStatePart.Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new BadDocumentException("faults: is no object.");
        StrictObject plan = new(value, "");
        _count = (int)(plan.Whole("armed", 0, int.MaxValue) ?? throw plan.Bad("armed", "is missing"));
        _armed = [];
        foreach (StrictObject armed in plan.Objects("faults") ?? throw plan.Bad("faults", "is missing")) _armed = _armed.Add(Read(armed));
        plan.End();
    }

    private ArmedFault Read(StrictObject armed)
    {
        int number = (int)(armed.Whole("number", 1, _count) ?? throw armed.Bad("number", "is missing"));
        if (!_armed.IsEmpty && number <= _armed[^1].Number) throw armed.Bad("number", $"{number} does not follow that of the fault before");
        int seen = (int)(armed.Whole("seen", 0, int.MaxValue) ?? throw armed.Bad("seen", "is missing"));
        int hits = (int)(armed.Whole("hits", 0, seen) ?? throw armed.Bad("hits", "is missing"));
        StrictObject fault = armed.Object("fault") ?? throw armed.Bad("fault", "is missing");
        Fault read = FaultJson.Read(fault);
        if (!Knows(read.Operation)) throw fault.Bad("operation", $"no operation fits '{read.Operation}'");
        armed.End();
        return new ArmedFault(_world, read, number, seen, hits);
    }

    private sealed record Captured(int Count, ImmutableArray<(ArmedFault Fault, int Seen, int Hits)> Armed);
}

namespace Outreach.FakeServer;

/// <summary>
/// Keeps what was done to a world since a moment whose state it holds, so that the same can be done again. The moment is the
/// first request; when the record grows beyond the journal's capacity, or the world is restored, it begins anew. All under the
/// world's lock.
/// </summary>
internal sealed class Recorder(World world)
{
    private readonly List<RecordedAction> _actions = [];
    private object[]? _start;

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<RecordedAction> Actions => _actions;

    /// <summary>The world as it was before; null when nothing was done yet.</summary>
    public object[]? Start => _start;

    /// <summary>Takes the state, before the first request.</summary>
    public void Begin()
    {
        if (world.Options.JournalCapacity == 0 || (_start is not null && _actions.Count < world.Options.JournalCapacity)) return;
        _actions.Clear();
        _start = world.Capture();
    }

    /// <summary>Forgets everything; the next request begins anew.</summary>
    public void Forget()
    {
        _actions.Clear();
        _start = null;
    }

    /// <summary>Takes note of a request.</summary>
    public void Note(ServedCall call) => Add(call);

    /// <summary>Takes note of a fault.</summary>
    public void Note(ArmedFault armed) => Add(new RecordedAction.Armed(world.Clock.Now, armed.Fault));

    /// <summary>Takes note of a fault's end.</summary>
    public void NoteEnd(ArmedFault armed) => Add(new RecordedAction.Disarmed(world.Clock.Now, armed.Number));

    /// <summary>Takes note of a rule.</summary>
    public void Note(RecipientRule rule) => Add(new RecordedAction.Ruled(world.Clock.Now, rule));

    /// <summary>Takes note of the end of all rules.</summary>
    public void NoteNoRules() => Add(new RecordedAction.Unruled(world.Clock.Now));

    /// <summary>Takes note of what the API is told about a delivery.</summary>
    public void Note(WebhookAttempt delivery) => Add(new RecordedAction.Delivered(delivery.At, delivery.Endpoint, delivery.EventId, delivery.Outcome));

    private void Add(RecordedAction action)
    {
        if (_start is not null) _actions.Add(action);
    }
}

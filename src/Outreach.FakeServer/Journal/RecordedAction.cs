namespace Outreach.FakeServer;

/// <summary>Something that was done to a world and that a replay does again.</summary>
/// <param name="At">The virtual time.</param>
internal abstract record RecordedAction(DateTimeOffset At)
{
    /// <summary>A fault that was armed.</summary>
    public sealed record Armed(DateTimeOffset At, Fault Fault) : RecordedAction(At);

    /// <summary>A fault that was ended.</summary>
    public sealed record Disarmed(DateTimeOffset At, int Number) : RecordedAction(At);

    /// <summary>A recipients' rule.</summary>
    public sealed record Ruled(DateTimeOffset At, RecipientRule Rule) : RecordedAction(At);

    /// <summary>All recipients' rules forgotten.</summary>
    public sealed record Unruled(DateTimeOffset At) : RecordedAction(At);

    /// <summary>The outcome of a webhook delivery, told to the API.</summary>
    public sealed record Delivered(DateTimeOffset At, string Endpoint, string EventId, WebhookOutcome Outcome) : RecordedAction(At);
}

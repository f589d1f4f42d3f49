using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>A request with all that is known of it once the service has answered: what the journal and the record of a run keep.</summary>
internal sealed record ServedCall(DateTimeOffset At, ApiModule Module, Operation? Operation, FakeRequest Request, ArmedFault? Fault, FakeResponse Response)
    : RecordedAction(At)
{
    /// <summary>Number of the call in its world's journal, from 1.</summary>
    public long Number { get; set; }

    /// <summary>The journal's entry; made when somebody looks, which is seldom.</summary>
    public JournalEntry Entry => field ??= JournalEntry.Of(this);
}

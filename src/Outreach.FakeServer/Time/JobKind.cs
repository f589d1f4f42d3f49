namespace Outreach.FakeServer;

/// <summary>How a kind of job is carried out, and how a waiting one is explained to a test author.</summary>
/// <param name="Run">Carries it out. Called under the world's lock with the clock at the job's due time; a job whose subject is gone or has moved on does nothing.</param>
/// <param name="Explain">One line that says what it will do and why it waits.</param>
/// <param name="Of">The rows that have its subject for as long as it waits; null where the subject may go before.</param>
/// <param name="Data">What its data must be.</param>
internal sealed record JobKind(Action<Job> Run, Func<Job, string> Explain, IRows? Of, JobData Data);

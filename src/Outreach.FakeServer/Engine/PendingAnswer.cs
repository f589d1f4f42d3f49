namespace Outreach.FakeServer;

/// <summary>The rest of an answer that has to wait for somebody outside of the world, such as the receiver of a test event.</summary>
/// <param name="Ready">Ends when the wait is over.</param>
/// <param name="Finish">Gives the answer, under the world's lock, once the wait is over.</param>
internal sealed record PendingAnswer(Task Ready, Func<FakeResponse> Finish);

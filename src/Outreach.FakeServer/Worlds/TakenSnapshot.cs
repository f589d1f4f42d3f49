namespace Outreach.FakeServer;

/// <summary>A snapshot that the control API keeps.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number among those of its world.</param>
/// <param name="At">The virtual time.</param>
/// <param name="Snapshot">The snapshot.</param>
internal sealed record TakenSnapshot(string Name, int Number, DateTimeOffset At, FakeSnapshot Snapshot);

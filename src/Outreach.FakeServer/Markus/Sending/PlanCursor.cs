using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The slot that planning found last for a channel: nothing before it is free.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="At">The slot.</param>
/// <param name="Epoch">The account's plan epoch in which this holds.</param>
internal sealed record PlanCursor(Channel Channel, DateTimeOffset At, int Epoch);

namespace Outreach.FakeServer.Reachkit;

/// <summary>When the next pass runs, and what it must look at.</summary>
/// <param name="Due">The minute; null when none is planned.</param>
/// <param name="Order">The job's order of creation, by which it is found again.</param>
/// <param name="IsDirty">Whether something changed from outside, so that every active campaign is looked at.</param>
/// <param name="Detected">Leads whose provider has been looked up, by place: all before this one.</param>
internal sealed record PassPlan(DateTimeOffset? Due, long Order, bool IsDirty, int Detected);

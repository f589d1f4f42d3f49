namespace Outreach.FakeServer;

/// <summary>Something that will happen when the clock gets there.</summary>
/// <param name="Due">When.</param>
/// <param name="Kind">What, such as <c>markus.delivery</c>.</param>
/// <param name="Subject">The id or key of what it is about.</param>
/// <param name="Reason">What will be done and why it waits, for a reader.</param>
public sealed record PendingEvent(DateTimeOffset Due, string Kind, string Subject, string Reason);

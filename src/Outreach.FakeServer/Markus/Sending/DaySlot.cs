namespace Outreach.FakeServer.Markus;

/// <summary>An instant at which planned messages go out.</summary>
/// <param name="At">When.</param>
/// <param name="Messages">How many.</param>
internal sealed record DaySlot(DateTimeOffset At, int Messages);

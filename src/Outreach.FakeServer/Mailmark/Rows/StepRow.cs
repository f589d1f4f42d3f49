namespace Outreach.FakeServer.Mailmark;

/// <summary>A step: a mail, or a wait where <paramref name="DelayMs"/> is set.</summary>
internal sealed record StepRow(string? Subject, string? Html, double? DelayMs);

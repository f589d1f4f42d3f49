namespace Outreach.FakeServer.Markus;

/// <summary>What became of an attempt to send.</summary>
/// <param name="Message">The message afterwards; null when nothing was stored.</param>
/// <param name="Refused">Why the provider did not take it; null when it did.</param>
internal readonly record struct SendOutcome(MessageRow? Message, string? Refused);

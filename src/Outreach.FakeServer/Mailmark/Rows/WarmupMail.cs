namespace Outreach.FakeServer.Mailmark;

/// <summary>One outbound warmup message and what became of it.</summary>
/// <param name="SentAt">When it went out.</param>
/// <param name="Found">Whether it was found in the inbox, rescued from spam or not.</param>
/// <param name="Opened">Whether the partner opened it.</param>
/// <param name="Replied">Whether the partner answered it.</param>
internal sealed record WarmupMail(long SentAt, bool Found, bool Opened, bool Replied);

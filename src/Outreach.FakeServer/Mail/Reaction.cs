namespace Outreach.FakeServer;

/// <summary>One thing that a recipient does with a message.</summary>
/// <param name="Kind">What.</param>
/// <param name="After">How long after the message was sent; null for the API's own delay.</param>
/// <param name="Text">The text of an answer, or the address of a link; null for the API's own.</param>
public sealed record Reaction(ReactionKind Kind, TimeSpan? After = null, string? Text = null);

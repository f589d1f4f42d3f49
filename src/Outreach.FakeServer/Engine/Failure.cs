namespace Outreach.FakeServer;

/// <summary>Something that a world was told to fail on.</summary>
/// <param name="Kind">What of <see cref="FailOn"/> it is.</param>
/// <param name="Text">One line on what happened.</param>
internal sealed record Failure(FailOn Kind, string Text);

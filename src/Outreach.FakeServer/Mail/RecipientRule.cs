namespace Outreach.FakeServer;

/// <summary>How the recipients of a pattern react to the messages that they get.</summary>
public sealed record RecipientRule
{
    /// <summary>The address or handle, <c>*</c> standing for any text; compared without case.</summary>
    public required string Address { get; init; }

    /// <summary>Only messages of this API; null for any.</summary>
    public string? Api { get; init; }

    /// <summary>Share of the messages that are reacted to, drawn by the world's seed; default 1, all.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>
    /// Messages to one recipient that are reacted to, counted by each API from its first message to them, whether the rule was there yet or
    /// not; null for all.
    /// </summary>
    public int? Times { get; init; }

    /// <summary>What is done.</summary>
    public required IReadOnlyList<Reaction> Reactions { get; init; }
}

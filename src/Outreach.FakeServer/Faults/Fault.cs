namespace Outreach.FakeServer;

/// <summary>A fault: which calls it meets, when, and what it does to them. Without further members it meets the next call only.</summary>
public sealed record Fault
{
    /// <summary>The operation, such as <c>markus.campaigns.create</c>; <c>*</c> stands for any text, so <c>markus.*</c> is all of Markus.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>Only calls with this key; null for any.</summary>
    public string? Key { get; init; }

    /// <summary>Only calls of this path, <c>*</c> standing for any text; null for any.</summary>
    public string? Path { get; init; }

    /// <summary>Matching calls that are let through first; default 0.</summary>
    public int Skip { get; init; }

    /// <summary>Calls that are met; default 1, null for all that follow.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>Virtual time from which calls are met; null for at once.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Virtual time from which calls are no longer met; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Share of the calls that are met, drawn by the world's seed; default 1, all.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>What is done to a call that is met.</summary>
    public required FaultEffect Effect { get; init; }
}

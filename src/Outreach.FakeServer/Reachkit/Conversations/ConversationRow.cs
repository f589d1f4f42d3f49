namespace Outreach.FakeServer.Reachkit;

/// <summary>A thread of the unibox.</summary>
internal sealed record ConversationRow : Row
{
    /// <summary>The workspace's place.</summary>
    public required int Workspace { get; init; }

    /// <summary>Place of the lead; -1 for manual threads, strangers, and leads that are gone.</summary>
    public int Lead { get; init; } = -1;

    /// <summary>Whether it came from a stranger.</summary>
    public bool IsStranger { get; init; }

    /// <summary>Label of the newest incoming message.</summary>
    public string? AutomaticLabel { get; init; }

    /// <summary>Label that a person put on it.</summary>
    public string? LabelOverride { get; init; }

    /// <summary>Date of the latest message.</summary>
    public required DateTimeOffset LatestAt { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last message, label or read-flag change.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The effective label.</summary>
    public string? Label => LabelOverride ?? AutomaticLabel;

    /// <summary>Whether the effective label is a positive one.</summary>
    public bool IsPositive => Label is "interested" or "needs_more_info" or "meeting_requested";
}

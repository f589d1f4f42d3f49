namespace Outreach.Sdk.Reachkit;

/// <summary>A thread in the unibox.</summary>
public sealed record Conversation
{
    /// <summary>Conversation id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>
    /// Effective label: the override if one is set, else the automatic one, else null. Known values are those of ConversationLabel;
    /// treat it as open.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>Whether the effective label is a positive one.</summary>
    public bool IsPositive { get; init; }

    /// <summary>Lead it belongs to; null for manual conversations and for mail from strangers.</summary>
    public string? LeadId { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Message> Messages { get => field ?? []; init; }

    /// <summary>When the thread was opened. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last message, label or read-flag change. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

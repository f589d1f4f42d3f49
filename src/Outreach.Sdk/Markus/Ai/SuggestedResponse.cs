namespace Outreach.Sdk.Markus;

/// <summary>A reply that could be sent.</summary>
public sealed record SuggestedResponse
{
    /// <summary>Suggestion id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Conversation.</summary>
    public string ConversationId { get => field ?? ""; init; }

    /// <summary>Writing style of generated text.</summary>
    public MessageTone Tone { get; init; }

    /// <summary>Subject; null unless the channel is email.</summary>
    public string? Subject { get; init; }

    /// <summary>Plain text.</summary>
    public string Body { get => field ?? ""; init; }

    /// <summary>Why this reply.</summary>
    public string Rationale { get => field ?? ""; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

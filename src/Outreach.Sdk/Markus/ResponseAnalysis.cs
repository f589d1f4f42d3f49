namespace Outreach.Sdk.Markus;

/// <summary>AI reading of an inbound message.</summary>
public sealed record ResponseAnalysis
{
    /// <summary>Analysis id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Conversation, when known.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Message, when known.</summary>
    public string? MessageId { get; init; }

    /// <summary>Tone of an inbound message.</summary>
    public Sentiment Sentiment { get; init; }

    /// <summary>-1 (negative) to 1 (positive).</summary>
    public double SentimentScore { get; init; }

    /// <summary>What the sender of an inbound message wants.</summary>
    public ResponseIntent Intent { get; init; }

    /// <summary>The message in one sentence.</summary>
    public string Summary { get => field ?? ""; init; }

    /// <summary>What the contact said.</summary>
    public IReadOnlyList<string> KeyPoints { get => field ?? []; init; }

    /// <summary>Next steps, most urgent first.</summary>
    public IReadOnlyList<SuggestedAction> SuggestedActions { get => field ?? []; init; }

    /// <summary>Status that would fit the contact; it is not applied.</summary>
    public ContactStatusInput? SuggestedContactStatus { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Time of the analysis.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

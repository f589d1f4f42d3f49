namespace Outreach.Sdk.Markus;

/// <summary>Conversations per sentiment of the last analysed reply.</summary>
public sealed record SentimentCounts
{
    /// <summary>Conversations: positive.</summary>
    public int Positive { get; init; }

    /// <summary>Conversations: neutral.</summary>
    public int Neutral { get; init; }

    /// <summary>Conversations: negative.</summary>
    public int Negative { get; init; }

    /// <summary>Conversations: unknown.</summary>
    public int Unknown { get; init; }
}

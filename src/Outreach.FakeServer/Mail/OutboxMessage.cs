namespace Outreach.FakeServer;

/// <summary>A message as its recipient sees it: merge tags resolved, links rewritten, headers set.</summary>
public sealed record OutboxMessage
{
    /// <summary>Number of the message in its world, from 1.</summary>
    public int Sequence { get; init; }

    /// <summary>The API that sent it.</summary>
    public required string Api { get; init; }

    /// <summary>How it travelled: <c>email</c>, or another channel of the API.</summary>
    public string Channel { get; init; } = "email";

    /// <summary>The API's id of the message.</summary>
    public required string MessageId { get; init; }

    /// <summary>The campaign that it belongs to; null for none.</summary>
    public string? CampaignId { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The sender's address or handle.</summary>
    public required string From { get; init; }

    /// <summary>The recipient's address or handle; the first one of several.</summary>
    public required string To { get; init; }

    /// <summary>All recipients.</summary>
    public IReadOnlyList<string> Recipients { get => field ?? [To]; init; }

    /// <summary>The subject; null on channels that know none.</summary>
    public string? Subject { get; init; }

    /// <summary>The HTML part; null when there is none.</summary>
    public string? Html { get; init; }

    /// <summary>The text part; null when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>The headers, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get => field ?? []; init; }
}

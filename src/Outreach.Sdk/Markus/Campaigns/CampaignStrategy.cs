namespace Outreach.Sdk.Markus;

/// <summary>A content strategy for a whole campaign.</summary>
public sealed record CampaignStrategy
{
    /// <summary>Strategy id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>The strategy in a few sentences.</summary>
    public string Summary { get => field ?? ""; init; }

    /// <summary>The core promise.</summary>
    public string ValueProposition { get => field ?? ""; init; }

    /// <summary>Messages to repeat.</summary>
    public IReadOnlyList<string> KeyMessages { get => field ?? []; init; }

    /// <summary>Segments, largest first.</summary>
    public IReadOnlyList<AudienceSegment> AudienceSegments { get => field ?? []; init; }

    /// <summary>Message sequence in order.</summary>
    public IReadOnlyList<StrategyStep> Sequence { get => field ?? []; init; }

    /// <summary>Writing style of generated text.</summary>
    public MessageTone Tone { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

namespace Outreach.Sdk.Markus;

/// <summary>Generated text. Nothing is stored as a message.</summary>
public sealed record GeneratedContent
{
    /// <summary>Generation id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Campaign, when given.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Contact, when given.</summary>
    public string? ContactId { get; init; }

    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public Channel Channel { get; init; }

    /// <summary>Subject; null unless the channel is email.</summary>
    public string? Subject { get; init; }

    /// <summary>Plain text.</summary>
    public string Body { get => field ?? ""; init; }

    /// <summary>Writing style of generated text.</summary>
    public MessageTone Tone { get; init; }

    /// <summary>Language of the text.</summary>
    public string Language { get => field ?? ""; init; }

    /// <summary>AI generations left in the allowance that was used; null for unlimited.</summary>
    public int? GenerationsRemaining { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

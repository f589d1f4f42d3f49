namespace Outreach.Sdk.Markus;

/// <summary>How a campaign writes and sends. Complete in responses.</summary>
public sealed record CampaignSettings
{
    /// <summary>True: generated messages wait for approval. False: they are approved at once.</summary>
    public bool RequireApproval { get; init; }

    /// <summary>Most messages that the campaign sends in one local day.</summary>
    public int DailySendLimit { get; init; }

    /// <summary>IANA time zone of the send window and of the daily limit.</summary>
    public string Timezone { get => field ?? ""; init; }

    /// <summary>Writing style of generated text.</summary>
    public MessageTone Tone { get; init; }

    /// <summary>BCP 47 tag of the language to write in.</summary>
    public string Language { get => field ?? ""; init; }

    /// <summary>Days and local hours in which campaign messages may be sent.</summary>
    public SendWindow SendWindow { get => field ?? new(); init; }

    /// <summary>Automatic follow-ups to contacts who have not answered.</summary>
    public FollowUpSettings FollowUps { get => field ?? new(); init; }
}

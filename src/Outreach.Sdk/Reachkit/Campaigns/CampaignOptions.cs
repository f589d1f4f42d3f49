namespace Outreach.Sdk.Reachkit;

/// <summary>Sending options of a campaign.</summary>
public sealed record CampaignOptions
{
    /// <summary>Most emails that the campaign sends in one local day over all its inboxes; 0 sends none.</summary>
    public int DailyLimit { get; init; }

    /// <summary>Send nothing more to a lead that has replied.</summary>
    public bool StopOnReply { get; init; }

    /// <summary>Send nothing more to leads that share the email domain of a lead that has replied (free-mail domains apart).</summary>
    public bool StopOnCompanyReply { get; init; }

    /// <summary>Send the plain-text part only.</summary>
    public bool TextOnly { get; init; }

    /// <summary>Use an inbox only for leads on the same mail provider.</summary>
    public bool EspMatching { get; init; }

    /// <summary>Send the List-Unsubscribe header and keep an unsubscribe link in every variant.</summary>
    public bool UnsubscribeOption { get; init; }
}

namespace Outreach.Sdk.Markus;

/// <summary>How far the campaign's contacts got (distinct contacts, whole lifetime).</summary>
public sealed record CampaignFunnel
{
    /// <summary>In the campaign.</summary>
    public int Contacts { get; init; }

    /// <summary>With a message sent.</summary>
    public int Contacted { get; init; }

    /// <summary>With a message delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>With a message opened.</summary>
    public int Opened { get; init; }

    /// <summary>With an inbound message.</summary>
    public int Replied { get; init; }

    /// <summary>In status interested.</summary>
    public int Interested { get; init; }
}

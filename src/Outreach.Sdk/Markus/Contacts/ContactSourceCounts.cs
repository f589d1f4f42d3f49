namespace Outreach.Sdk.Markus;

/// <summary>Contacts created in the period, per source.</summary>
public sealed record ContactSourceCounts
{
    /// <summary>Contacts from manual.</summary>
    public int Manual { get; init; }

    /// <summary>Contacts from import.</summary>
    public int Import { get; init; }

    /// <summary>Contacts from discovery.</summary>
    public int Discovery { get; init; }
}

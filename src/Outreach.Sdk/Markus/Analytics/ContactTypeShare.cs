namespace Outreach.Sdk.Markus;

/// <summary>Share of one contact type.</summary>
public sealed record ContactTypeShare
{
    /// <summary>Kind of contact; the dimension of the contact type distribution.</summary>
    public ContactType Type { get; init; }

    /// <summary>Contacts.</summary>
    public int Count { get; init; }

    /// <summary>0 to 100, 2 decimals.</summary>
    public double Percentage { get; init; }
}

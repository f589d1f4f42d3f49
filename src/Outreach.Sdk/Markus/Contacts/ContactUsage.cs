namespace Outreach.Sdk.Markus;

/// <summary>Contact usage in the current billing period.</summary>
public sealed record ContactUsage
{
    /// <summary>Start of the billing period (inclusive).</summary>
    public DateTimeOffset PeriodStart { get; init; }

    /// <summary>End of the billing period (exclusive).</summary>
    public DateTimeOffset PeriodEnd { get; init; }

    /// <summary>Contacts created in the period that count against the plan.</summary>
    public int ContactsUsed { get; init; }

    /// <summary>Contacts that the plan allows per period; null for unlimited.</summary>
    public int? ContactsLimit { get; init; }

    /// <summary>Limit minus used, at least 0; null for unlimited.</summary>
    public int? ContactsRemaining { get; init; }

    /// <summary>All contacts that are not deleted, of any period.</summary>
    public int ContactsTotal { get; init; }

    /// <summary>Contacts created in the period, per source.</summary>
    public ContactSourceCounts BySource { get => field ?? new(); init; }
}

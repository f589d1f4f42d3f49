namespace Outreach.Sdk.Crm;

/// <summary>One promotion that was sent.</summary>
public sealed record PromotionHistoryEntry
{
    /// <summary>Kind of sent promotion. ANNOUNCEMENT is published, REMINDER inferred from reminderDays.</summary>
    public PromotionEventType Type { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Over which channels.</summary>
    public IReadOnlyList<PromotionChannel> Channels { get => field ?? []; init; }

    /// <summary>Customers addressed.</summary>
    public int RecipientCount { get; init; }
}

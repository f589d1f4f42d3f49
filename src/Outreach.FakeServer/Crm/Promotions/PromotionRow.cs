using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored promotion.</summary>
internal sealed record PromotionRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Promotion Value { get; init; }

    /// <summary>Whether the announcement was sent.</summary>
    public bool Announced { get; init; }

    /// <summary>The reminders that were sent, as days before the event.</summary>
    public IReadOnlyList<int> Reminded { get => field ?? []; init; }
}

namespace Outreach.FakeServer.Reachkit;

/// <summary>
/// What a campaign or an inbox did in one half hour. Every zone's midnight stands on a half hour, so the numbers of a day add up
/// in any zone, also after the zone is changed.
/// </summary>
internal sealed record SlotRow : Row
{
    /// <summary>Half hours since the epoch.</summary>
    public required int HalfHour { get; init; }

    /// <summary>Place of the one before it of the same owner; -1 for none.</summary>
    public required int Previous { get; init; }

    /// <summary>Emails sent whose leads are still there.</summary>
    public int Sent { get; init; }

    /// <summary>Emails sent, those of removed leads included: what limits look at.</summary>
    public int Used { get; init; }

    /// <summary>Leads whose first reply came.</summary>
    public int Replies { get; init; }
}

namespace Outreach.FakeServer.Markus;

/// <summary>What a campaign sends on one local day, or a connected account on one UTC day.</summary>
internal sealed record SendDayRow : Row
{
    /// <summary>The campaign's or connected account's id, and the day's number.</summary>
    public required string Key { get; init; }

    /// <summary>Messages sent.</summary>
    public int Sent { get; init; }

    /// <summary>Messages that have a slot on this day.</summary>
    public int Planned { get; init; }

    /// <summary>The slots of a campaign's day that hold messages, in order.</summary>
    public IReadOnlyList<DaySlot> Slots { get; init; } = [];
}

namespace Outreach.FakeServer.Crm;

/// <summary>When the regular jobs of the world run next; null while nothing needs them.</summary>
internal sealed record CrmTimers
{
    /// <summary>Refresh of HOURLY segments.</summary>
    public DateTimeOffset? Hourly { get; init; }

    /// <summary>02:00: recount of activities and refresh of DAILY segments.</summary>
    public DateTimeOffset? Daily { get; init; }

    /// <summary>02:05: sync of segments to the messaging service.</summary>
    public DateTimeOffset? Sync { get; init; }

    /// <summary>When the next activity grows older than 30 or 90 days.</summary>
    public DateTimeOffset? NextAgeing { get; init; }
}

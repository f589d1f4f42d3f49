namespace Outreach.Sdk.Markus;

/// <summary>Days and local hours in which campaign messages may be sent.</summary>
public sealed record SendWindow
{
    /// <summary>Allowed weekdays.</summary>
    public IReadOnlyList<SendDay> Days { get => field ?? []; init; }

    /// <summary>First minute, HH:MM, in the campaign's time zone.</summary>
    public string Start { get => field ?? ""; init; }

    /// <summary>End minute (exclusive), HH:MM, later than <c>start</c>.</summary>
    public string End { get => field ?? ""; init; }
}

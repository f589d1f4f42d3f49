namespace Outreach.FakeServer.Markus;

/// <summary>The days of a report, both inclusive, UTC.</summary>
internal readonly record struct AnalyticsPeriod(DateOnly Start, DateOnly End)
{
    private const int DefaultDays = 30;
    private const int MostDaysBetween = 366;

    /// <summary>The period of a call: the 30 days that end today unless it says otherwise.</summary>
    /// <exception cref="MarkusError">SERVER_005.</exception>
    public static AnalyticsPeriod Of(MarkusCall call)
    {
        DateOnly? start = call.QueryDay("start_date");
        DateOnly end = call.QueryDay("end_date") ?? DateOnly.FromDateTime(call.Now.UtcDateTime);
        DateOnly from = start ?? DateOnly.FromDayNumber(Math.Max(0, end.DayNumber - DefaultDays + 1));
        if (from > end) throw MarkusError.Invalid("start_date must not be after end_date");
        return end.DayNumber - from.DayNumber > MostDaysBetween
            ? throw MarkusError.Invalid($"start_date must be at most {MostDaysBetween} days before end_date")
            : new AnalyticsPeriod(from, end);
    }

    /// <summary>Whether an event falls into the period.</summary>
    public bool Has(DateTimeOffset? at) => at is { } instant && Day(instant) is var day && day >= Start && day <= End;

    /// <summary>The UTC day of an event.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

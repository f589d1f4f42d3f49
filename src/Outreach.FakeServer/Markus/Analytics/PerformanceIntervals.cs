using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Cuts a period into days, weeks or months and counts in each.</summary>
internal sealed class PerformanceIntervals
{
    private readonly AnalyticsPeriod _period;
    private readonly PerformanceInterval _interval;
    private readonly SortedDictionary<DateOnly, MessageTally> _tallies = [];

    public PerformanceIntervals(AnalyticsPeriod period, PerformanceInterval interval)
    {
        _period = period;
        _interval = interval;
        for (int day = period.Start.DayNumber; day <= period.End.DayNumber; day++) _tallies.TryAdd(First(DateOnly.FromDayNumber(day)), new MessageTally());
    }

    /// <summary>One point per interval, empty ones included.</summary>
    public IReadOnlyList<PerformancePoint> Points => [.. _tallies.Select(interval => interval.Value.Point(interval.Key))];

    /// <summary>Counts what happened to a message, each thing in the interval of its own day.</summary>
    public void Add(MessageRow message)
    {
        foreach (DateOnly first in Days(message).Select(First).Distinct())
            _tallies[first].Add(message, at => _period.Has(at) && First(AnalyticsPeriod.Day(at!.Value)) == first);
    }

    private IEnumerable<DateOnly> Days(MessageRow message)
    {
        DateTimeOffset?[] events = [message.SentAt, message.DeliveredAt, message.OpenedAt, message.BouncedAt];
        return events.Where(at => _period.Has(at)).Select(at => AnalyticsPeriod.Day(at!.Value));
    }

    // Weeks start on Monday; the first interval may start before the period.
    private DateOnly First(DateOnly day) => _interval.Value switch
    {
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "month" => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };
}

using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The regular jobs of the platform. One is planned only while something needs it, so an idle world has none.</summary>
internal sealed class CrmClock
{
    private const string HourlyKind = "crm.hourly";
    private const string DailyKind = "crm.daily";
    private const string SyncKind = "crm.sync";
    private static readonly TimeSpan DailyAt = TimeSpan.FromHours(2);
    private static readonly TimeSpan SyncAt = new(2, 5, 0);
    private readonly CrmRules _rules;

    public CrmClock(CrmRules rules)
    {
        _rules = rules;
        rules.World.Jobs.Handle(HourlyKind, Hourly, _ => "HOURLY segments are refreshed at the full hour");
        rules.World.Jobs.Handle(DailyKind, Daily, _ => "activity figures are counted anew and DAILY segments refreshed at 02:00");
        rules.World.Jobs.Handle(SyncKind, Sync, _ => "segments are synced to the messaging service at 02:05");
    }

    private CrmState State => _rules.State;

    private CrmTimers Timers
    {
        get => State.Timers.Value;
        set => State.Timers.Value = value;
    }

    private DateTimeOffset Now => _rules.World.Clock.Now;

    /// <summary>Plans the jobs that something needs now.</summary>
    public void Ensure()
    {
        if (Timers.Hourly is null && State.SegmentsByFrequency.Count(SegmentRefreshFrequency.Hourly.Value) > 0)
        {
            DateTimeOffset due = new(Now.UtcTicks - (Now.UtcTicks % TimeSpan.TicksPerHour) + TimeSpan.TicksPerHour, TimeSpan.Zero);
            Timers = Timers with { Hourly = due };
            _rules.World.Jobs.Schedule(due, HourlyKind, "segments");
        }

        if (State.SegmentsByFrequency.Count(SegmentRefreshFrequency.Daily.Value) > 0) PlanDaily(NextAt(Now, DailyAt));
        if (Timers.Sync is null && State.SyncedSegments.Count("synced") > 0)
        {
            DateTimeOffset due = NextAt(Now, SyncAt);
            Timers = Timers with { Sync = due };
            _rules.World.Jobs.Schedule(due, SyncKind, "segments");
        }
    }

    /// <summary>Notes that an activity will grow too old for a figure.</summary>
    public void Ages(DateTimeOffset occurredAt)
    {
        if (ActivityRules.AgesAt(occurredAt, _rules.Now) is not { } at || Timers.NextAgeing <= at) return;
        Timers = Timers with { NextAgeing = at };
        PlanDaily(NextAt(at, DailyAt));
    }

    // The first such time after an instant.
    private static DateTimeOffset NextAt(DateTimeOffset after, TimeSpan time)
    {
        DateTimeOffset at = new(after.UtcDateTime.Date + time, TimeSpan.Zero);
        return at > after ? at : at.AddDays(1);
    }

    private void PlanDaily(DateTimeOffset due)
    {
        if (Timers.Daily <= due) return;
        Timers = Timers with { Daily = due };
        _rules.World.Jobs.Schedule(due, DailyKind, "segments");
    }

    private void Hourly(Job job)
    {
        if (Timers.Hourly != job.Due) return;
        Timers = Timers with { Hourly = null };
        _rules.Segments.RefreshAll(SegmentRefreshFrequency.Hourly);
        Ensure();
    }

    private void Daily(Job job)
    {
        if (Timers.Daily != job.Due) return;
        Timers = Timers with { Daily = null };
        if (Timers.NextAgeing < Now) Timers = Timers with { NextAgeing = _rules.Activities.RecountAll() };
        _rules.Segments.RefreshAll(SegmentRefreshFrequency.Daily);
        if (Timers.NextAgeing is { } at) PlanDaily(NextAt(at, DailyAt));
        Ensure();
    }

    private void Sync(Job job)
    {
        if (Timers.Sync != job.Due) return;
        Timers = Timers with { Sync = null };
        _rules.Segments.SyncAll();
        Ensure();
    }
}

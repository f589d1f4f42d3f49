using System.Globalization;
using System.Text.Json;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Schedules;

public class SendingScheduleTests
{
    [Fact]
    public void The_zones_are_those_of_the_contract_and_all_load()
    {
        using var stream = typeof(SendingSchedule).Assembly.GetManifestResourceStream("contracts/reachkit.openapi.json")!;
        using var contract = JsonDocument.Parse(stream);
        var names = contract.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("ScheduleTimezone").GetProperty("enum")
            .EnumerateArray().Select(zone => zone.GetString());
        ScheduleZones.Names.Should().Equal(names).And.HaveCount(26);
        ScheduleZones.Names.Select(name => ScheduleZones.Get(name).BaseUtcOffset).Should().OnlyContain(offset => offset.Minutes % 30 == 0);
    }

    [Theory]
    [InlineData("Europe/Kyiv")]
    [InlineData("europe/london")]
    [InlineData("UTC")]
    [InlineData("")]
    public void Other_zones_are_unknown(string name) => ScheduleZones.IsKnown(name).Should().BeFalse();

    [Theory]
    [InlineData("2026-05-13T12:59:00Z", false)]
    [InlineData("2026-05-13T13:00:00Z", true)]
    [InlineData("2026-05-13T20:59:59Z", true)]
    [InlineData("2026-05-13T21:00:00Z", false)]
    [InlineData("2026-05-16T15:00:00Z", false)]
    [InlineData("2026-05-17T15:00:00Z", false)]
    [InlineData("2026-05-18T15:00:00Z", true)]
    public void A_new_campaign_sends_on_workdays_from_nine_to_five_in_New_York(string instant, bool open)
        => SendingSchedule.Default.IsOpen(At(instant)).Should().Be(open);

    [Theory]
    [InlineData("America/New_York", "2026-03-06T13:59:00Z", false)]
    [InlineData("America/New_York", "2026-03-06T14:00:00Z", true)]
    [InlineData("America/New_York", "2026-03-09T13:00:00Z", true)]
    [InlineData("Europe/London", "2026-10-23T08:00:00Z", true)]
    [InlineData("Europe/London", "2026-10-26T08:00:00Z", false)]
    [InlineData("Europe/London", "2026-10-26T09:00:00Z", true)]
    [InlineData("Australia/Sydney", "2026-04-03T22:00:00Z", false)]
    [InlineData("Australia/Sydney", "2026-04-05T23:00:00Z", true)]
    [InlineData("America/Phoenix", "2026-07-01T16:00:00Z", true)]
    [InlineData("Asia/Kolkata", "2026-05-13T03:29:00Z", false)]
    [InlineData("Asia/Kolkata", "2026-05-13T03:30:00Z", true)]
    [InlineData("Asia/Tehran", "2026-07-01T05:30:00Z", true)]
    [InlineData("Asia/Tehran", "2026-07-01T04:30:00Z", false)]
    [InlineData("America/Sao_Paulo", "2026-01-14T12:00:00Z", true)]
    [InlineData("Europe/Kiev", "2026-07-01T06:00:00Z", true)]
    public void The_window_moves_with_the_clocks_of_its_zone(string zone, string instant, bool open)
        => (SendingSchedule.Default with { Timezone = zone }).IsOpen(At(instant)).Should().Be(open);

    [Fact]
    public void Each_bound_of_a_day_falls_back_by_itself()
    {
        var schedule = SendingSchedule.Default with
        {
            Days = [new(true, Time("10:00"), null), new(true, null, Time("12:30")), new(true, Time("08:00"), Time("08:30")), new(false, Time("01:00"), null), default, default, new(true, null, null)],
        };
        schedule.WindowOn(DayOfWeek.Monday).Should().Be(new SendingWindow(Time("10:00"), Time("17:00")));
        schedule.WindowOn(DayOfWeek.Tuesday).Should().Be(new SendingWindow(Time("09:00"), Time("12:30")));
        schedule.WindowOn(DayOfWeek.Wednesday).Should().Be(new SendingWindow(Time("08:00"), Time("08:30")));
        schedule.WindowOn(DayOfWeek.Thursday).Should().BeNull();
        schedule.WindowOn(DayOfWeek.Sunday).Should().Be(schedule.DefaultWindow);
        schedule.InvertedWindows().Should().BeEmpty();
    }

    [Fact]
    public void Windows_that_do_not_go_forward_are_named()
    {
        var schedule = SendingSchedule.Default with
        {
            DefaultWindow = new SendingWindow(Time("09:00"), Time("09:00")),
            Days = [new(true, Time("08:00"), null), new(true, Time("10:00"), null), new(false, Time("10:00"), Time("09:00")), default, new(true, null, Time("08:30")), default, default],
        };
        schedule.InvertedWindows().Should().Equal(("default_window", true), ("days.tuesday", true), ("days.friday", true));
    }

    [Theory]
    [InlineData("monday", DayOfWeek.Monday)]
    [InlineData("saturday", DayOfWeek.Saturday)]
    [InlineData("sunday", DayOfWeek.Sunday)]
    public void Weekdays_are_read_by_name(string name, DayOfWeek day)
    {
        ScheduleDays.TryParse(name, out var read).Should().BeTrue();
        read.Should().Be(day);
        ScheduleDays.NameOf(day).Should().Be(name);
    }

    [Theory]
    [InlineData("Monday")]
    [InlineData("mon")]
    [InlineData("")]
    public void Other_names_are_no_weekday(string name) => ScheduleDays.TryParse(name, out _).Should().BeFalse();

    [Theory]
    [InlineData("America/New_York", "2026-05-13T03:59:59Z", "2026-05-12")]
    [InlineData("America/New_York", "2026-05-13T04:00:00Z", "2026-05-13")]
    [InlineData("Pacific/Auckland", "2026-05-13T12:00:00Z", "2026-05-14")]
    [InlineData("Pacific/Honolulu", "2026-05-13T09:59:00Z", "2026-05-12")]
    public void The_date_is_that_of_the_zone(string zone, string instant, string date)
        => (SendingSchedule.Default with { Timezone = zone }).LocalDate(At(instant)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Should().Be(date);

    [Theory]
    [InlineData("2026-05-13T20:59:00Z", 1, "2026-05-14T03:59:00Z", false)]
    [InlineData("2026-05-13T20:59:00Z", 1, "2026-05-14T04:00:00Z", true)]
    [InlineData("2026-05-13T20:59:00Z", 3, "2026-05-16T03:59:00Z", false)]
    [InlineData("2026-05-13T20:59:00Z", 3, "2026-05-16T04:00:00Z", true)]
    [InlineData("2026-03-07T16:00:00Z", 1, "2026-03-08T05:00:00Z", true)]
    [InlineData("2026-03-08T16:00:00Z", 1, "2026-03-09T04:00:00Z", true)]
    public void The_next_step_is_due_by_calendar_days(string lastSent, int delay, string now, bool due)
        => SendingSchedule.Default.IsDue(At(lastSent), delay, At(now)).Should().Be(due);

    [Theory]
    [InlineData("2026-05-13T14:03:20Z", "2026-05-13T14:04:00Z")]
    [InlineData("2026-05-13T14:03:00Z", "2026-05-13T14:03:00Z")]
    [InlineData("2026-05-13T02:00:00Z", "2026-05-13T13:00:00Z")]
    [InlineData("2026-05-15T21:00:00Z", "2026-05-18T13:00:00Z")]
    [InlineData("2026-03-06T22:00:00Z", "2026-03-09T13:00:00Z")]
    public void The_next_open_minute_skips_nights_and_weekends(string from, string next)
        => SendingSchedule.Default.NextOpenMinute(At(from)).Should().Be(At(next));

    [Fact]
    public void A_window_that_daylight_saving_swallows_opens_a_week_later()
    {
        var schedule = SendingSchedule.Default with
        {
            DefaultWindow = new SendingWindow(Time("02:00"), Time("03:00")),
            Days = [default, default, default, default, default, default, new(true, null, null)],
        };
        schedule.NextOpenMinute(At("2026-03-07T12:00:00Z")).Should().Be(At("2026-03-15T06:00:00Z"));
    }

    [Fact]
    public void A_schedule_without_days_never_opens()
        => (SendingSchedule.Default with { Days = [default, default, default, default, default, default, default] })
            .NextOpenMinute(At("2026-05-13T14:00:00Z")).Should().BeNull();

    [Fact]
    public void The_next_open_minute_is_the_first_one_in_every_zone()
    {
        var random = new Random(11);
        foreach (string zone in ScheduleZones.Names)
        {
            for (int i = 0; i < 4; i++)
            {
                int start = random.Next(46);
                var schedule = SendingSchedule.Default with
                {
                    Timezone = zone,
                    DefaultWindow = new SendingWindow(new ScheduleTime(start * 30), new ScheduleTime(random.Next(start + 1, 48) * 30)),
                    Days = [.. Enumerable.Range(0, 7).Select(_ => new SendingDay(random.Next(3) > 0, null, null)).Take(6), new(true, null, null)],
                };
                var from = At("2026-01-01T00:00:00Z").AddMinutes(random.Next(365 * 24 * 60));
                var expected = from;
                while (!schedule.IsOpen(expected)) expected = expected.AddMinutes(1);
                schedule.NextOpenMinute(from).Should().Be(expected);
            }
        }
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static ScheduleTime Time(string text)
    {
        ScheduleTime.TryParse(text, out var time).Should().BeTrue();
        return time;
    }
}

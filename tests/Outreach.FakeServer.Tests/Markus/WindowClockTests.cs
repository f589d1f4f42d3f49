using System.Globalization;
using Outreach.FakeServer.Markus;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Send windows on the days on which clocks change.</summary>
public sealed class WindowClockTests
{
    [Theory]
    [InlineData("02:30", "2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("02:30", "2026-10-25T00:40:00Z", "2026-10-25T00:40:00Z")]
    [InlineData("02:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("02:30", "2026-10-25T16:00:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("02:30", "2026-03-29T00:10:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("09:00", "2026-03-29T00:10:00Z", "2026-03-29T07:00:00Z")]
    public void The_next_instant_inside_a_window_in_Berlin(string start, string from, string next)
    {
        WindowClock clock = new(CampaignDefaults.Settings with { Timezone = "Europe/Berlin", SendWindow = new SendWindow { Days = [.. SendDay.Known], Start = start, End = "17:00" } });
        clock.Next(DateTimeOffset.Parse(from, CultureInfo.InvariantCulture)).Should().Be(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Beirut")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Antarctica/Troll")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Asia/Kathmandu")]
    public void The_next_instant_is_the_first_minute_whose_local_time_lies_in_the_window(string zone)
    {
        TimeZoneInfo info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Random random = new(7);
        (string Start, string End)[] windows = [("00:00", "00:30"), ("00:00", "23:59"), ("01:45", "02:15"), ("02:30", "03:00"), ("23:00", "23:59"), ("09:00", "17:00")];
        // The hours around each change of the clock in two years, and other instants.
        List<DateTimeOffset> instants = [];
        for (DateTimeOffset hour = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); hour.Year < 2028; hour = hour.AddHours(1))
            if (info.GetUtcOffset(hour) != info.GetUtcOffset(hour.AddHours(1)) || random.Next(1500) == 0) instants.AddRange(Enumerable.Range(0, 6).Select(_ => hour.AddMinutes(random.Next(-1600, 200))));
        foreach ((string start, string end) in windows)
        {
            SendDay[] days = [.. SendDay.Known.Where(_ => random.Next(4) > 0)];
            if (days.Length == 0) days = [SendDay.Known[0]];
            WindowClock clock = new(CampaignDefaults.Settings with { Timezone = zone, SendWindow = new SendWindow { Days = days, Start = start, End = end } });
            foreach (DateTimeOffset from in instants)
            {
                DateTimeOffset at = from;
                while (!IsOpen(TimeZoneInfo.ConvertTime(at, info).DateTime)) at = at.AddMinutes(1);
                clock.Next(from).Should().Be(at, $"{from:u} in {zone}, {start}-{end}");
                while (clock.LocalDay(at) <= clock.LocalDay(from) || !IsOpen(TimeZoneInfo.ConvertTime(at, info).DateTime)) at = at.AddMinutes(1);
                clock.After(clock.LocalDay(from)).Should().Be(at, $"{from:u} in {zone} was the day before, {start}-{end}");
            }

            bool IsOpen(DateTime local)
            {
                string time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
                return days.Any(day => day.Value == local.DayOfWeek.ToString()[..3].ToLowerInvariant()) && string.CompareOrdinal(time, start) >= 0 && string.CompareOrdinal(time, end) < 0;
            }
        }
    }
}

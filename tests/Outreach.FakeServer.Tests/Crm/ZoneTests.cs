using Outreach.FakeServer.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class ZoneTests
{
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Johannesburg")]
    public void A_wall_clock_time_is_the_first_instant_that_shows_it_and_a_skipped_one_moves_on_by_the_gap(string name)
    {
        TimeZoneInfo zone = CrmZones.Get(name);
        DateTime first = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        Dictionary<DateTime, DateTimeOffset> shown = [];
        for (DateTimeOffset at = new DateTimeOffset(first, TimeSpan.Zero).AddDays(-1); at.Year < 2027; at = at.AddMinutes(15))
            shown.TryAdd(TimeZoneInfo.ConvertTime(at, zone).DateTime, at);

        List<string> wrong = [];
        for (DateTime wall = first; wall.Year < 2027 && wall < new DateTime(2026, 12, 30); wall = wall.AddMinutes(15))
        {
            // A skipped time is as long after the last one that was shown as on any other day.
            DateTime before = wall;
            while (!shown.ContainsKey(before)) before = before.AddMinutes(-15);
            DateTimeOffset expected = shown[before] + (wall - before);
            if (CrmZones.At(zone, wall) is var found && found != expected) wrong.Add($"{wall:s} is {found:u}, not {expected:u}");
        }

        wrong.Should().BeEmpty();
    }
}

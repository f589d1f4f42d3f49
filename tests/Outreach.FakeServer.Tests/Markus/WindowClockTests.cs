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
}

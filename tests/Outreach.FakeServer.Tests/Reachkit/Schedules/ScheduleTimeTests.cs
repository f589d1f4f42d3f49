using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Schedules;

public class ScheduleTimeTests
{
    [Theory]
    [InlineData("09:14", "09:00")]
    [InlineData("09:15", "09:30")]
    [InlineData("09:23", "09:30")]
    [InlineData("09:44", "09:30")]
    [InlineData("09:45", "10:00")]
    [InlineData("23:50", "23:30")]
    [InlineData("00:00", "00:00")]
    [InlineData("00:14", "00:00")]
    [InlineData("23:59", "23:30")]
    public void Times_are_rounded_to_the_half_hour(string given, string rounded)
    {
        ScheduleTime.TryParse(given, out var time).Should().BeTrue();
        time.ToString().Should().Be(given);
        time.Rounded().ToString().Should().Be(rounded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9:00")]
    [InlineData("09:0")]
    [InlineData("24:00")]
    [InlineData("29:00")]
    [InlineData("09:60")]
    [InlineData("09:00:00")]
    [InlineData(" 09:00")]
    [InlineData("09.00")]
    [InlineData("٠٩:٠٠")]
    [InlineData("-1:00")]
    public void Other_text_is_no_time(string? text) => ScheduleTime.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Every_minute_rounds_to_the_nearest_half_hour_and_rounding_twice_changes_nothing()
    {
        for (int minutes = 0; minutes < 24 * 60; minutes++)
        {
            var rounded = new ScheduleTime(minutes).Rounded();
            (rounded.Minutes % 30).Should().Be(0);
            rounded.Minutes.Should().BeLessThanOrEqualTo(23 * 60 + 30);
            if (minutes < 23 * 60 + 45) Math.Abs(rounded.Minutes - minutes).Should().BeLessThanOrEqualTo(15);
            rounded.Rounded().Should().Be(rounded);
            ScheduleTime.TryParse(rounded.ToString(), out var read).Should().BeTrue();
            read.Should().Be(rounded);
        }
    }
}

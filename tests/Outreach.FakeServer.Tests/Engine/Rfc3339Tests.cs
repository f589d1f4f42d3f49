namespace Outreach.FakeServer.Tests.Engine;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-03-02T09:15:00Z", "2026-03-02T09:15:00Z")]
    [InlineData("2026-03-02t09:15:00z", "2026-03-02T09:15:00Z")]
    [InlineData("2026-03-02T09:15:00+05:30", "2026-03-02T03:45:00Z")]
    [InlineData("2026-03-02T09:15:00.25-01:00", "2026-03-02T10:15:00.25Z")]
    [InlineData("2026-03-02T09:15:00.123456789012345Z", "2026-03-02T09:15:00.1234567Z")]
    [InlineData("2026-03-02T09:15:00.123456789012345+00:00", "2026-03-02T09:15:00.1234567Z")]
    [InlineData("2026-03-02T09:15Z", null)]
    [InlineData("2026-03-02T09:15+01:00", null)]
    [InlineData("2026-03-02T09:15:00", null)]
    [InlineData("2026-03-02 09:15:00Z", null)]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-02-30T09:15:00Z", null)]
    [InlineData("2026-03-02T24:00:00Z", null)]
    [InlineData("2026-03-02T09:15:00+0100", null)]
    [InlineData(" 2026-03-02T09:15:00Z", null)]
    [InlineData("2026-03-02T09:15:00.٢Z", null)]
    [InlineData("2026-03-02T09:15:00.Z", null)]
    [InlineData("2026-03-02T09:15:00.+01:00", null)]
    [InlineData("2026-03-02T09:+1:00.", null)]
    [InlineData("", null)]
    public void A_time_is_read_with_its_seconds_and_an_offset_and_nothing_else_is(string text, string? exact)
        => (Rfc3339.TryRead(text, out DateTimeOffset instant) ? Rfc3339.WriteExact(instant) : null).Should().Be(exact);
}

using System.Globalization;
using System.Text.Json;

namespace Outreach.Sdk.Tests.Robustness;

public sealed class TimestampTests
{
    private static readonly JsonSerializerOptions _options = new() { Converters = { new UtcTimestampConverter() } };

    /// <summary>Fails where a text without an offset is read as the time of the machine, on a machine that is not in UTC.</summary>
    [Theory]
    [InlineData("2026-03-02T09:15:00Z", "2026-03-02T09:15:00Z")]
    [InlineData("2026-03-02T09:15:00.123456Z", "2026-03-02T09:15:00.123456Z")]
    [InlineData("2026-03-02T09:15:00+02:00", "2026-03-02T07:15:00Z")]
    [InlineData("2026-03-02T09:15:00", "2026-03-02T09:15:00Z")]
    [InlineData("2026-03-02T09:15:00.5", "2026-03-02T09:15:00.5Z")]
    [InlineData("2026-03-02", "2026-03-02T00:00:00Z")]
    public void A_time_without_an_offset_is_in_UTC(string text, string instant)
        => JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", _options).Should().Be(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
}

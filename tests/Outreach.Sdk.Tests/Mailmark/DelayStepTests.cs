using Outreach.Sdk.Mailmark;

namespace Outreach.Sdk.Tests.Mailmark;

public class DelayStepTests
{
    public static TheoryData<double, TimeSpan> Waits => new()
    {
        { 86_400_000, TimeSpan.FromDays(1) },
        { 0.5, TimeSpan.FromMicroseconds(500) },
        { -1, TimeSpan.FromMilliseconds(-1) },
        { 1e300, TimeSpan.MaxValue },
        { -1e300, TimeSpan.MinValue },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public void A_wait_of_any_length_is_a_time_span_and_can_be_printed(double delayMs, TimeSpan delay)
    {
        DelayStep step = new() { DelayMs = delayMs };

        step.Delay.Should().Be(delay);
        step.ToString().Should().Contain("DelayMs");
    }
}

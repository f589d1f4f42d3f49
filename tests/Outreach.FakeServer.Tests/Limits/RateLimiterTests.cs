namespace Outreach.FakeServer.Tests.Limits;

public sealed class RateLimiterTests
{
    private static readonly Bucket Two = new("two", 2, 60);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_capture_is_untouched_by_later_calls_and_can_be_restored_twice()
    {
        RateLimiter limiter = new();
        IStatePart part = limiter;
        limiter.Count("key", Two, Start);
        object before = part.Capture();

        for (int round = 0; round < 2; round++)
        {
            limiter.Count("key", Two, Start).Used.Should().Be(2);
            part.Restore(before);
            limiter.Peek("key", Two, Start).Used.Should().Be(1);
        }
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(0.25, 60)]
    [InlineData(58.5, 2)]
    [InlineData(59.75, 1)]
    public void The_wait_is_named_in_whole_seconds_and_is_long_enough(double second, int wait)
        => new RateLimiter().Peek("key", Two, Start.AddSeconds(second)).RetryAfterSeconds.Should().Be(wait);

    [Fact]
    public void A_bucket_that_is_counted_over_its_limit_has_none_left()
    {
        RateLimiter limiter = new();
        limiter.Count("key", Two, Start).Should().BeEquivalentTo(new { Remaining = 1, IsFull = false });
        limiter.Count("key", Two, Start).Should().BeEquivalentTo(new { Remaining = 0, IsFull = true });
        limiter.Count("key", Two, Start).Should().BeEquivalentTo(new { Remaining = 0, IsFull = true });
        limiter.Peek("key", Two, Start.AddSeconds(60)).Remaining.Should().Be(2);
        limiter.Peek("other", Two, Start).Remaining.Should().Be(2);
    }
}

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Section 7: six buckets, fixed windows, three headers.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task The_burst_limit_refuses_the_twenty_first_request_of_a_second()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        for (int i = 1; i <= 20; i++)
        {
            MarkusAnswer fine = await world.GetAsync("auth/me");
            fine.Status.Should().Be(200);
            fine.Header("X-RateLimit-Limit").Should().Be("120");
            fine.Header("X-RateLimit-Remaining").Should().Be($"{120 - i}");
            fine.Header("X-RateLimit-Reset").Should().Be($"{world.Fake.Clock.Now.ToUnixTimeSeconds() + 60}");
        }

        MarkusAnswer refused = await world.GetAsync("auth/me");
        (refused.Status, refused.Code, refused.Reason).Should().Be((429, "RATE_001", "too many requests. please try again in 1 seconds."));
        refused.Header("Retry-After").Should().Be("1");
        refused.Header("X-RateLimit-Limit").Should().Be("20");
        refused.Header("X-RateLimit-Remaining").Should().Be("0");

        await world.PassAsync(TimeSpan.FromSeconds(1));
        (await world.GetAsync("auth/me")).Header("X-RateLimit-Remaining").Should().Be("99", "a request that burst refused counts nowhere");
    }

    [Fact]
    public async Task The_global_limit_names_the_seconds_to_the_end_of_its_window()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        await RepeatAsync(world, 120, () => world.GetAsync("auth/me"));
        MarkusAnswer refused = await world.GetAsync("auth/me");
        refused.Code.Should().Be("RATE_001");
        refused.Header("Retry-After").Should().Be("54", "the window began with the minute and six seconds have passed");
        refused.Reason.Should().Be("too many requests. please try again in 54 seconds.");
        refused.Header("X-RateLimit-Limit").Should().Be("120");
        await world.PassAsync(TimeSpan.FromSeconds(54));
        (await world.GetAsync("auth/me")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("campaigns:write", 30, "DELETE", "campaigns/00000000-0000-4000-8000-000000000000")]
    [InlineData("contacts:write", 60, "DELETE", "contacts/00000000-0000-4000-8000-000000000000")]
    public async Task A_scope_bucket_refuses_with_RATE_002_and_counts_failures_too(string scope, int limit, string method, string path)
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        await RepeatAsync(world, limit, () => world.SendAsync(method, path), 404);
        MarkusAnswer refused = await world.SendAsync(method, path);
        (refused.Status, refused.Code).Should().Be((429, "RATE_002"), scope);
        refused.Header("Retry-After").Should().NotBeNull();
        refused.Header("X-RateLimit-Limit").Should().Be($"{limit}");
        (await world.GetAsync("auth/me")).Header("X-RateLimit-Remaining").Should().Be($"{120 - limit - 2}", "a request that its scope bucket refused counts in the global one");
    }

    [Fact]
    public async Task The_bucket_with_the_least_left_is_reported_and_the_scopes_own_on_a_tie()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        MarkusAnswer answer = await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""");
        (answer.Header("X-RateLimit-Limit"), answer.Header("X-RateLimit-Remaining")).Should().Be(("30", "29"));
        await world.PassAsync(TimeSpan.FromSeconds(1));
        await RepeatAsync(world, 90, () => world.GetAsync("auth/me"));
        await world.PassAsync(TimeSpan.FromSeconds(1));
        MarkusAnswer tied = await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""");
        (tied.Header("X-RateLimit-Limit"), tied.Header("X-RateLimit-Remaining")).Should().Be(("30", "28"), "both have 28 left");
        await world.GetAsync("auth/me");
        MarkusAnswer global = await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""");
        (global.Header("X-RateLimit-Limit"), global.Header("X-RateLimit-Remaining")).Should().Be(("120", "26"), "the scope's bucket has 27 left");
    }

    [Fact]
    public async Task A_403_counts_in_burst_and_global_and_a_401_nowhere()
    {
        await using MarkusWorld world = await MarkusWorld.StartLimitedAsync();
        string key = world.Fake.Markus.CreateKey("campaigns:read");
        MarkusAnswer forbidden = await world.SendAsync("GET", "contacts", authorization: $"Bearer {key}");
        (forbidden.Status, forbidden.Header("X-RateLimit-Remaining")).Should().Be((403, "119"));
        await world.SendAsync("GET", "auth/me", authorization: "Bearer mk_live_x");
        await world.SendAsync("PUT", "campaigns", authorization: $"Bearer {key}");
        (await world.SendAsync("GET", "campaigns", authorization: $"Bearer {key}")).Header("X-RateLimit-Remaining").Should().Be("118");
        (await world.GetAsync("auth/me")).Header("X-RateLimit-Remaining").Should().Be("119", "limits are per key");
    }

    [Fact]
    public async Task Limits_can_be_switched_off()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        for (int i = 0; i < 150; i++) (await world.GetAsync("auth/me")).Status.Should().Be(200);
    }

    // Twenty requests a second, so that the burst limit stays out of it.
    private static async Task RepeatAsync(MarkusWorld world, int times, Func<Task<MarkusAnswer>> call, int status = 200)
    {
        for (int i = 0; i < times; i++)
        {
            (await call()).Status.Should().Be(status);
            if (i % 20 == 19) await world.PassAsync(TimeSpan.FromSeconds(1));
        }
    }
}

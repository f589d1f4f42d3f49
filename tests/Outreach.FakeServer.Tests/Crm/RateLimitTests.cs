using System.Globalization;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class RateLimitTests
{
    [Theory]
    [InlineData("GET", "customers/x", 1000)]
    [InlineData("DELETE", "customers/x", 100)]
    [InlineData("POST", "campaigns/x/schedule", 10)]
    [InlineData("POST", "campaigns/x/resume", 10)]
    [InlineData("POST", "campaigns/x/execute", 10)]
    [InlineData("POST", "campaigns/x/pause", 100)]
    [InlineData("POST", "social/posts/x/publish", 30)]
    [InlineData("POST", "social/posts/x/schedule", 30)]
    [InlineData("POST", "segments/x/refresh", 10)]
    [InlineData("POST", "segments/x/sync-to-messaging", 10)]
    [InlineData("POST", "segments/x/members", 10)]
    [InlineData("POST", "journeys/x/enrollments", 10)]
    public async Task Each_call_counts_in_its_bucket(string method, string path, int limit)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        CrmAnswer answer = await api.Send(method, path, method == "POST" ? "{}" : null);
        answer.Header("X-RateLimit-Limit").Should().Be(limit.ToString(CultureInfo.InvariantCulture));
        answer.Header("X-RateLimit-Remaining").Should().Be((limit - 1).ToString(CultureInfo.InvariantCulture));
        answer.Header("X-RateLimit-Reset").Should().Be((api.Now.ToUnixTimeSeconds() + 60).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_full_bucket_answers_429_until_the_minute_is_over()
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        await api.Advance(TimeSpan.FromSeconds(15));
        for (int i = 0; i < 10; i++) (await api.Post("segments/x/refresh")).ShouldBe(404);
        CrmAnswer refused = await api.Post("segments/x/refresh");
        refused.ShouldFail(429, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded, retry after 45 seconds");
        refused.Header("Retry-After").Should().Be("45");
        refused.Header("X-RateLimit-Remaining").Should().Be("0");
        (await api.Get("segments/x")).ShouldBe(404);

        string first = api.Token;
        api.Token = api.Control.IssueToken(subject: "somebody else");
        (await api.Post("segments/x/refresh")).ShouldBe(404);
        api.Token = first;
        await api.Advance(TimeSpan.FromSeconds(45));
        (await api.Post("segments/x/refresh")).ShouldBe(404);
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(null, 45)]
    public async Task A_limit_that_is_reached_on_purpose_is_shown_as_that_of_the_calls_bucket(int? wait, int reset)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        await api.Advance(TimeSpan.FromSeconds(15));
        api.Fake.Faults.Add("crm.segments.refresh", FaultEffect.Throttle(wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

        CrmAnswer refused = await api.Post("segments/x/refresh");

        refused.ShouldFail(429, "RATE_LIMIT_EXCEEDED");
        refused.Header("Retry-After").Should().Be(wait?.ToString(CultureInfo.InvariantCulture));
        Limits(refused).Should().Be(("10", "0", $"{api.Now.ToUnixTimeSeconds() + reset}"));
        Limits(await api.Post("segments/x/refresh")).Should().Be(("10", "9", $"{api.Now.ToUnixTimeSeconds() + 45}"), "nothing was counted");
    }

    [Theory]
    [InlineData("RATE_LIMIT_EXCEEDED", 429, "0")]
    [InlineData("SERVICE_UNAVAILABLE", 503, "999")]
    [InlineData("RESOURCE_NOT_FOUND", 404, "999")]
    [InlineData("GRAPHQL_PARSE_FAILED", 200, "999")]
    [InlineData("UNAUTHORIZED", 401, null)]
    public async Task An_error_that_a_fault_gives_tells_of_the_bucket_as_the_services_own_do(string code, int status, string? remaining)
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        await api.Advance(TimeSpan.FromSeconds(15));
        api.Fake.Faults.Add("crm.customers.list", FaultEffect.Error(code));

        CrmAnswer answer = await api.Get($"customers?tenantId={CrmApi.Tenant}");

        answer.ShouldBe(status);
        Limits(answer).Should().Be(remaining is null ? (null, null, null) : ("1000", remaining, $"{api.Now.ToUnixTimeSeconds() + 45}"));
        if (status == 429) answer.Header("Retry-After").Should().Be("45");
    }

    [Fact]
    public async Task The_limit_comes_before_the_scope_and_a_refused_scope_counts()
    {
        await using CrmApi api = await CrmApi.StartAsync(new FakeOptions());
        api.Token = api.Control.IssueToken(["crm:read"]);
        for (int i = 0; i < 10; i++) (await api.Post("segments/x/refresh")).ShouldFail(403, "FORBIDDEN");
        (await api.Post("segments/x/refresh")).ShouldFail(429, "RATE_LIMIT_EXCEEDED");
    }

    private static (string? Limit, string? Remaining, string? Reset) Limits(CrmAnswer answer)
        => (answer.Header("X-RateLimit-Limit"), answer.Header("X-RateLimit-Remaining"), answer.Header("X-RateLimit-Reset"));
}

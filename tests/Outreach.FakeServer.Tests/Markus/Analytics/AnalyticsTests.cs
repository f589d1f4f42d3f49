using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Reports, counted from what happened.</summary>
public sealed class AnalyticsTests
{
    [Fact]
    public async Task A_campaign_shows_in_every_report()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string campaign = await PlayAsync(world);

        AnalyticsOverview overview = await client.Markus.Analytics.OverviewAsync();
        CampaignAnalytics analytics = await client.Markus.Analytics.CampaignAsync(campaign);
        PerformanceSeries series = await client.Markus.Analytics.PerformanceAsync(new() { CampaignId = campaign });

        MessageCounts counts = new() { Sent = 4, Delivered = 3, Opened = 2, Bounced = 1, Failed = 1, Replies = 2 };
        overview.Messages.Should().Be(counts);
        overview.Rates.Should().Be(new EngagementRates { DeliveryRate = 0.75, OpenRate = 0.6667, ReplyRate = 0.5, BounceRate = 0.25 });
        overview.Contacts.Should().Be(new OverviewContactCounts { Total = 5, New = 5, Contacted = 4, Replied = 2 });
        overview.Campaigns.Should().Be(new OverviewCampaignCounts { Total = 1, Active = 1 });
        (overview.PendingApproval, overview.UnreadConversations).Should().Be((0, 2));
        overview.ByChannel.Should().ContainSingle().Which.Should().Be(new ChannelMetrics { Channel = Channel.Email, Messages = counts, Rates = overview.Rates });
        overview.TopCampaigns.Should().Equal(new CampaignLeader { CampaignId = campaign, Name = "Test", Sent = 4, Replies = 2, ReplyRate = 0.5 });
        analytics.Messages.Should().Be(counts);
        analytics.Funnel.Should().Be(new CampaignFunnel { Contacts = 5, Contacted = 4, Delivered = 3, Opened = 2, Replied = 2, Interested = 1 });
        analytics.ByStep.Should().Equal(new StepMetrics { SequenceStep = 0, Sent = 4, Opened = 2, Replies = 2 });
        analytics.Daily.Should().HaveCount(30);
        analytics.Daily[^1].Should().Be(new PerformancePoint { Date = new(2026, 3, 2), Sent = 4, Delivered = 3, Opened = 2, Bounced = 1, Replies = 2, OpenRate = 0.6667, ReplyRate = 0.5 });
        analytics.Daily.SkipLast(1).Should().OnlyContain(point => point.Sent == 0 && point.OpenRate == 0);
        series.Totals.Should().Be(counts);
        series.Points.Should().Equal(analytics.Daily);
    }

    [Fact]
    public async Task Response_times_measure_replies_that_follow_a_message()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        List<string> conversations = [];
        for (int i = 0; i < 5; i++)
        {
            string contact = await world.ContactAsync(null, $"c{i}@acme.example");
            conversations.Add((await client.Markus.Channels.SendAsync(new() { Channel = Channel.Email, ContactId = contact, Subject = "Hi", Body = "Hello" })).ConversationId!);
        }

        TimeSpan[] waits = [TimeSpan.FromMinutes(59), TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.FromHours(30), TimeSpan.FromHours(100)];
        DateTimeOffset start = world.Fake.Clock.Now;
        for (int i = 0; i < 5; i++)
        {
            await world.Fake.Clock.AdvanceToAsync(start + waits[i]);
            world.Fake.Markus.Receive(conversations[i], "Thanks.");
            world.Fake.Markus.Receive(conversations[i], "One more thing.");
        }

        ResponseTimeMetrics times = await client.Markus.Analytics.ResponseTimesAsync();

        (times.SampleSize, times.FastestSeconds, times.MedianSeconds, times.P90Seconds, times.SlowestSeconds).Should().Be((5, 3540, 18000, 360000, 360000));
        times.AverageSeconds.Should().Be((3540 + 3600 + 18000 + 108000 + 360000) / 5);
        times.Distribution.Select(bucket => (bucket.Label.Value, bucket.Count)).Should().Equal(("under_1h", 1), ("1h_to_4h", 1), ("4h_to_24h", 1), ("1d_to_3d", 1), ("over_3d", 1));
        times.ByChannel.Should().Equal(new ChannelResponseTime { Channel = Channel.Email, AverageSeconds = times.AverageSeconds, SampleSize = 5 });
        ResponseTimeMetrics none = await client.Markus.Analytics.ResponseTimesAsync(new() { CampaignId = "00000000-0000-4000-8000-000000000000" });
        (none.SampleSize, none.AverageSeconds, none.MedianSeconds, none.P90Seconds).Should().Be((0, null, null, null));
        none.Distribution.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("day", "2026-02-26", "2026-03-03", 6, "2026-02-26")]
    [InlineData("week", "2026-02-26", "2026-03-03", 2, "2026-02-23")]
    [InlineData("month", "2026-02-26", "2026-03-03", 2, "2026-02-01")]
    [InlineData("day", "2025-03-02", "2026-03-03", 367, "2025-03-02")]
    public async Task Intervals_start_on_their_first_day(string interval, string start, string end, int points, string first)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        await PlayAsync(world);

        PerformanceSeries series = await client.Markus.Analytics.PerformanceAsync(new()
        {
            Interval = PerformanceInterval.From(interval),
            StartDate = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            EndDate = DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
        });

        series.Points.Should().HaveCount(points).And.BeInAscendingOrder(point => point.Date);
        series.Points[0].Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture).Should().Be(first);
        series.Points.Sum(point => point.Sent).Should().Be(series.Totals.Sent).And.Be(4);
    }

    [Fact]
    public async Task An_event_counts_on_the_UTC_day_of_its_own_time()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        await world.PassToAsync("2026-03-02T23:59:45Z");
        string contact = await world.ContactAsync(null, "dana+open@acme.example");
        await client.Markus.Channels.SendAsync(new() { Channel = Channel.Email, ContactId = contact, Subject = "Hi", Body = "Hello" });
        await world.PassToAsync("2026-03-03T01:00:00Z");

        DateOnly monday = new(2026, 3, 2), tuesday = new(2026, 3, 3);
        (await client.Markus.Analytics.OverviewAsync(new() { StartDate = monday, EndDate = monday })).Messages.Should().Be(new MessageCounts { Sent = 1 });
        AnalyticsOverview next = await client.Markus.Analytics.OverviewAsync(new() { StartDate = tuesday, EndDate = tuesday });

        next.Messages.Should().Be(new MessageCounts { Delivered = 1, Opened = 1 });
        next.Rates.DeliveryRate.Should().Be(0, "nothing was sent that day");
        next.Period.Should().Be(new DateRange { StartDate = tuesday, EndDate = tuesday });
    }

    [Theory]
    [InlineData("start_date=2026-03-03")]
    [InlineData("start_date=2026-02-02&end_date=2026-02-01")]
    [InlineData("start_date=2025-02-28&end_date=2026-03-02")]
    [InlineData("start_date=yesterday")]
    [InlineData("end_date=2026-02-30")]
    public async Task Bad_periods_are_refused_everywhere(string query)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();

        foreach (string report in new[] { "overview", $"campaigns/{campaign}", "performance", "response-times" })
        {
            MarkusAnswer answer = await world.GetAsync($"analytics/{report}?{query}");
            (answer.Status, answer.Code).Should().Be((400, "SERVER_005"), report);
        }
    }

    [Theory]
    [InlineData("end_date=0001-01-01")]
    [InlineData("start_date=9999-12-01&end_date=9999-12-31")]
    [InlineData("start_date=2025-03-02&end_date=2026-03-03")]
    public async Task Periods_at_the_edge_are_served(string query)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();

        foreach (string report in new[] { "overview", $"campaigns/{campaign}", "performance?interval=week", "performance?interval=month", "response-times" })
            (await world.GetAsync($"analytics/{report}{(report.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{query}")).Status.Should().Be(200, report);
    }

    [Fact]
    public async Task Contacts_are_spread_over_their_types_largest_first()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string campaign = await world.CampaignAsync();
        await world.ContactAsync(campaign, "a@acme.example", "\"type\":\"venue\"");
        await world.ContactAsync(campaign, "b@acme.example", "\"type\":\"media\"");
        await world.ContactAsync(null, "c@acme.example", "\"type\":\"media\"");
        string gone = await world.ContactAsync(null, "d@acme.example", "\"type\":\"brand\"");
        await world.DeleteAsync($"contacts/{gone}");

        ContactTypeDistribution all = await client.Markus.Analytics.ContactTypesAsync();
        ContactTypeDistribution one = await client.Markus.Analytics.ContactTypesAsync(campaign);

        all.Total.Should().Be(3);
        all.Distribution.Should().Equal(new ContactTypeShare { Type = ContactType.Media, Count = 2, Percentage = 66.67 }, new ContactTypeShare { Type = ContactType.Venue, Count = 1, Percentage = 33.33 });
        (one.Total, one.CampaignId).Should().Be((2, campaign));
        (await client.Markus.Analytics.ContactTypesAsync("00000000-0000-4000-8000-000000000000")).Total.Should().Be(0);
    }

    [Fact]
    public async Task An_unknown_campaign_is_CAMP_001_on_its_own_report_and_zeros_as_a_filter()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await PlayAsync(world);

        (await world.GetAsync("analytics/campaigns/00000000-0000-4000-8000-000000000000")).Code.Should().Be("CAMP_001");
        ((int)(await world.GetAsync("analytics/performance?campaign_id=00000000-0000-4000-8000-000000000000")).Data["totals"]!["sent"]!).Should().Be(0);
    }

    // Five contacts: one opens, one opens and answers, one answers, one bounces, one cannot be sent to.
    private static async Task<string> PlayAsync(MarkusWorld world)
    {
        string campaign = await world.CampaignAsync("\"settings\":{\"follow_ups\":{\"enabled\":false,\"max_follow_ups\":1,\"delay_days\":1}}");
        foreach (string tag in new[] { "open", "open+reply", "reply", "bounce", "fail" }) await world.ContactAsync(campaign, $"dana+{tag}@acme.example");
        await world.ActivateAsync(campaign);
        await world.ApproveAllAsync();
        await world.PassAsync(TimeSpan.FromHours(2));
        string answered = (string)(await world.GetAsync("contacts?status=replied")).Items[0]!["id"]!;
        await world.PatchAsync($"contacts/{answered}", """{"status":"interested"}""");
        return campaign;
    }
}

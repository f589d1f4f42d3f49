using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Figures, computed from the state when they are asked for.</summary>
internal sealed class AnalyticsRules(CrmRules rules)
{
    private static readonly (int Min, int Max)[] Bands = [(80, 100), (60, 79), (40, 59), (20, 39), (0, 19)];

    private CrmState State => rules.State;

    /// <summary>The customer base as of now.</summary>
    public EngagementAnalytics Engagement(CrmCaller caller, string tenantId)
    {
        caller.RequireTenant(tenantId);
        List<Customer> customers = [.. State.CustomersByTenant[tenantId].Select(row => row.Value).Where(CustomerRules.IsLive)];
        return new EngagementAnalytics
        {
            TenantId = tenantId,
            TotalCustomers = customers.Count,
            ActiveCustomers = customers.Count(customer => customer.Status == CustomerStatus.Active),
            AverageEngagementScore = Mean(customers, customer => customer.EngagementScore),
            AverageChurnRiskScore = Mean(customers, customer => customer.ChurnRiskScore),
            EngagementDistribution = [.. EngagementLevel.Known.Zip(Bands, (level, band) => new EngagementBand
            {
                Level = level,
                Min = band.Min,
                Max = band.Max,
                Count = customers.Count(customer => customer.EngagementScore >= band.Min && customer.EngagementScore <= band.Max),
            })],
            ChurnRiskDistribution = [.. ChurnRiskLevel.Known.Zip(Bands, (level, band) => new ChurnRiskBand
            {
                Level = level,
                Min = band.Min,
                Max = band.Max,
                Count = customers.Count(customer => customer.ChurnRiskScore >= band.Min && customer.ChurnRiskScore <= band.Max),
            })],
            LifecycleDistribution = [.. LifecycleStage.Known.Select(stage => new LifecycleStageCount
            {
                LifecycleStage = stage,
                Count = customers.Count(customer => customer.LifecycleStage == stage),
            })],
            OptIns = new OptInCounts
            {
                Email = customers.Count(customer => customer.EmailOptIn),
                Sms = customers.Count(customer => customer.SmsOptIn),
                Push = customers.Count(customer => customer.PushOptIn),
                Whatsapp = customers.Count(customer => customer.WhatsappOptIn == true),
            },
            GeneratedAt = rules.Now,
        };
    }

    /// <summary>Campaigns that started within a period, or were created within it and never started.</summary>
    public CampaignAnalytics Campaigns(CrmCaller caller, string tenantId, DateTimeOffset? start, DateTimeOffset? end)
    {
        RequirePeriod(start, end);
        caller.RequireTenant(tenantId);
        List<CampaignRow> rows = [.. State.CampaignsByTenant[tenantId].Where(row => IsWithin(row.Value.StartedAt ?? row.Value.CreatedAt, start, end))];
        List<Campaign> campaigns = [.. rows.Select(rules.Campaigns.Show)];
        int sent = campaigns.Sum(campaign => campaign.SentCount);
        int delivered = campaigns.Sum(campaign => campaign.DeliveredCount);
        int opened = campaigns.Sum(campaign => campaign.OpenedCount);
        int clicked = campaigns.Sum(campaign => campaign.ClickedCount);
        int converted = campaigns.Sum(campaign => campaign.ConvertedCount ?? 0);
        return new CampaignAnalytics
        {
            TenantId = tenantId,
            StartDate = start,
            EndDate = end,
            TotalCampaigns = campaigns.Count,
            ByStatus = [.. CampaignStatus.Known.Select(status => new CampaignStatusCount { Status = status, Count = campaigns.Count(campaign => campaign.Status == status) })],
            SentCount = sent,
            DeliveredCount = delivered,
            OpenedCount = opened,
            ClickedCount = clicked,
            ConvertedCount = converted,
            UnsubscribedCount = campaigns.Sum(campaign => campaign.UnsubscribedCount ?? 0),
            BouncedCount = campaigns.Sum(campaign => campaign.BouncedCount ?? 0),
            DeliveryRate = CrmRates.Of(delivered, sent),
            OpenRate = CrmRates.Of(opened, delivered),
            ClickRate = CrmRates.Of(clicked, delivered),
            ConversionRate = CrmRates.Of(converted, delivered),
            ByChannel = ByChannel(rows),
            TopCampaigns = [.. campaigns.Where(campaign => campaign.OpenRate is not null).OrderByDescending(campaign => campaign.OpenRate).ThenByDescending(campaign => campaign.SentCount)
                .ThenBy(campaign => campaign.Id, StringComparer.Ordinal).Take(10).Select(campaign => new CampaignPerformance
                {
                    CampaignId = campaign.Id,
                    Name = campaign.Name,
                    SentCount = campaign.SentCount,
                    OpenRate = campaign.OpenRate,
                    ClickRate = campaign.ClickRate,
                })],
            GeneratedAt = rules.Now,
        };
    }

    /// <summary>Journeys as of now.</summary>
    public JourneyAnalytics Journeys(CrmCaller caller, string tenantId)
    {
        caller.RequireTenant(tenantId);
        List<Journey> journeys = [.. State.JourneysByTenant[tenantId].Select(row => row.Value)];
        int enrolled = journeys.Sum(journey => journey.TotalEnrolled);
        int completed = journeys.Sum(journey => journey.TotalCompleted);
        return new JourneyAnalytics
        {
            TenantId = tenantId,
            TotalJourneys = journeys.Count,
            ActiveJourneys = journeys.Count(journey => journey.Status == JourneyStatus.Active),
            TotalEnrolled = enrolled,
            TotalCompleted = completed,
            TotalExited = journeys.Sum(journey => journey.TotalExited),
            ActiveEnrollments = journeys.Sum(journey => journey.ActiveEnrollments),
            CompletionRate = CrmRates.Of(completed, enrolled),
            Journeys = [.. journeys.OrderByDescending(journey => journey.TotalEnrolled).ThenBy(journey => journey.Id, StringComparer.Ordinal).Select(journey => new JourneyPerformance
            {
                JourneyId = journey.Id,
                Name = journey.Name,
                Status = journey.Status,
                TotalEnrolled = journey.TotalEnrolled,
                TotalCompleted = journey.TotalCompleted,
                TotalExited = journey.TotalExited,
                ActiveEnrollments = journey.ActiveEnrollments,
                CompletionRate = CrmRates.Of(journey.TotalCompleted, journey.TotalEnrolled),
            })],
            GeneratedAt = rules.Now,
        };
    }

    /// <summary>Posts that were published within a period.</summary>
    public SocialAnalytics Social(CrmCaller caller, string tenantId, DateTimeOffset? start, DateTimeOffset? end)
    {
        RequirePeriod(start, end);
        caller.RequireTenant(tenantId);
        List<(SocialPost Post, SocialPlatform Platform)> posts = [.. State.PostsByTenant[tenantId]
            .Where(row => row.Value.Status == SocialPostStatus.Published && IsWithin(row.Value.PublishedAt!.Value, start, end))
            .Select(row => (rules.Posts.Show(row), rules.Posts.Platform(row) ?? SocialPlatform.Facebook))];
        int likes = posts.Sum(post => post.Post.Likes);
        int comments = posts.Sum(post => post.Post.Comments);
        int shares = posts.Sum(post => post.Post.Shares);
        int reach = posts.Sum(post => post.Post.Reach);
        return new SocialAnalytics
        {
            TenantId = tenantId,
            StartDate = start,
            EndDate = end,
            TotalPosts = posts.Count,
            FailedPosts = State.PostsByTenant[tenantId].Count(row => row.Value.Status == SocialPostStatus.Failed && IsWithin(row.Value.CreatedAt, start, end)),
            Likes = likes,
            Comments = comments,
            Shares = shares,
            Reach = reach,
            Impressions = posts.Sum(post => post.Post.Impressions),
            EngagementRate = CrmRates.Of(likes + comments + shares, reach),
            ByPlatform = [.. SocialPlatform.Known.Select(platform => Platform(platform, [.. posts.Where(post => post.Platform == platform).Select(post => post.Post)])).Where(stats => stats.Posts > 0)],
            TopPosts = [.. posts.OrderByDescending(post => post.Post.Likes + post.Post.Comments + post.Post.Shares).ThenBy(post => post.Post.Id, StringComparer.Ordinal).Take(10)
                .Select(post => new SocialPostPerformance
                {
                    PostId = post.Post.Id,
                    Platform = post.Platform,
                    Likes = post.Post.Likes,
                    Comments = post.Post.Comments,
                    Shares = post.Post.Shares,
                    Reach = post.Post.Reach,
                })],
            GeneratedAt = rules.Now,
        };
    }

    private static SocialPlatformStats Platform(SocialPlatform platform, List<SocialPost> posts) => new()
    {
        Platform = platform,
        Posts = posts.Count,
        Likes = posts.Sum(post => post.Likes),
        Comments = posts.Sum(post => post.Comments),
        Shares = posts.Sum(post => post.Shares),
        Reach = posts.Sum(post => post.Reach),
        Impressions = posts.Sum(post => post.Impressions),
    };

    private static IReadOnlyList<CampaignChannelStats> ByChannel(List<CampaignRow> rows)
    {
        ILookup<Channel, CampaignChannelStats> stats = rows.SelectMany(CampaignRules.ByChannel).ToLookup(stats => stats.Channel);
        return [.. CrmMessages.Channels.Where(stats.Contains).Select(channel => new CampaignChannelStats
        {
            Channel = channel,
            SentCount = stats[channel].Sum(one => one.SentCount),
            DeliveredCount = stats[channel].Sum(one => one.DeliveredCount),
            OpenedCount = stats[channel].Sum(one => one.OpenedCount),
            ClickedCount = stats[channel].Sum(one => one.ClickedCount),
            BouncedCount = stats[channel].Sum(one => one.BouncedCount),
            UnsubscribedCount = stats[channel].Sum(one => one.UnsubscribedCount),
        })];
    }

    private static double? Mean(List<Customer> customers, Func<Customer, int?> score)
        => customers.Average(score) is { } mean ? Math.Round(mean, 1, MidpointRounding.AwayFromZero) : null;

    private static void RequirePeriod(DateTimeOffset? start, DateTimeOffset? end)
    {
        if (start >= end) throw CrmError.Invalid("startDate must be before endDate");
    }

    private static bool IsWithin(DateTimeOffset time, DateTimeOffset? start, DateTimeOffset? end) => (start is null || time >= start) && (end is null || time < end);
}

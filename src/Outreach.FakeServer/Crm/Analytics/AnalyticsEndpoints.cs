using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls for figures.</summary>
internal static class AnalyticsEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("analytics.engagement", call => CrmCall.Ok(call.Rules.Analytics.Engagement(call.Caller, call.Parameters.Tenant()), CrmJson.Default.EngagementAnalytics));
        routes.Map("analytics.campaigns", Campaigns);
        routes.Map("analytics.journeys", call => CrmCall.Ok(call.Rules.Analytics.Journeys(call.Caller, call.Parameters.Tenant()), CrmJson.Default.JourneyAnalytics));
        routes.Map("analytics.social", Social);
    }

    private static FakeResponse Campaigns(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        return CrmCall.Ok(call.Rules.Analytics.Campaigns(call.Caller, query.Tenant(), query.Instant("startDate"), query.Instant("endDate")), CrmJson.Default.CampaignAnalytics);
    }

    private static FakeResponse Social(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        return CrmCall.Ok(call.Rules.Analytics.Social(call.Caller, query.Tenant(), query.Instant("startDate"), query.Instant("endDate")), CrmJson.Default.SocialAnalytics);
    }
}

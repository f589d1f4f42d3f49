using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The endpoints of Markus, one line per resource.</summary>
internal static class MarkusRoutes
{
    /// <summary>The table, built once for all worlds.</summary>
    public static RouteTable<MarkusCall> Table { get; } = Build();

    private static RouteTable<MarkusCall> Build()
    {
        RouteTable<MarkusCall> routes = new(MarkusClient.Operations);
        AuthEndpoints.Map(routes);
        ApiKeysEndpoints.Map(routes);
        CampaignsEndpoints.Map(routes);
        TargetProfilesEndpoints.Map(routes);
        ContactsEndpoints.Map(routes);
        ConversationsEndpoints.Map(routes);
        MessagesEndpoints.Map(routes);
        AiEndpoints.Map(routes);
        DiscoveryEndpoints.Map(routes);
        AnalyticsEndpoints.Map(routes);
        BillingEndpoints.Map(routes);
        ChannelsEndpoints.Map(routes);
        NotificationsEndpoints.Map(routes);
        WebhooksEndpoints.Map(routes);
        CreditsEndpoints.Map(routes);
        return routes;
    }
}

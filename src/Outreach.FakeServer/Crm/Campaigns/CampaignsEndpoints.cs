using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on campaigns.</summary>
internal static class CampaignsEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("campaigns.list", List);
        routes.Map("campaigns.create", call => Show(call, call.Rules.Campaigns.Create(call.Caller, CampaignInput.Create(call.Body())), 201));
        routes.Map("campaigns.get", call => Show(call, call.Rules.Campaigns.Get(call.Caller, call.Path("id"))));
        routes.Map("campaigns.update", call => Show(call, call.Rules.Campaigns.Update(call.Caller, call.Path("id"), CampaignInput.Update(call.Body()))));
        routes.Map("campaigns.delete", Delete);
        routes.Map("campaigns.schedule", call => Show(call, call.Rules.Campaigns.Schedule(call.Caller, call.Path("id"), CampaignInput.Schedule(call.OptionalBody()))));
        routes.Map("campaigns.pause", call => Show(call, call.Rules.Campaigns.Pause(call.Caller, call.Path("id"))));
        routes.Map("campaigns.resume", call => Show(call, call.Rules.Campaigns.Resume(call.Caller, call.Path("id"))));
        routes.Map("campaigns.cancel", call => Show(call, call.Rules.Campaigns.Cancel(call.Caller, call.Path("id"))));
        routes.Map("campaigns.execute", call => Show(call, call.Rules.Campaigns.Execute(call.Caller, call.Path("id"))));
        routes.Map("campaigns.stats", call => CrmCall.Ok(call.Rules.Campaigns.Stats(call.Caller, call.Path("id")), CrmJson.Default.CampaignStats));
    }

    /// <summary>The page that a list asks for.</summary>
    public static CrmPage<CampaignRow> Page(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        CampaignFilter filter = new()
        {
            ClubId = query.Text("clubId"),
            Status = query.OneOf<CampaignStatus>("status"),
            Type = query.OneOf<CampaignType>("type"),
        };
        return call.Rules.Campaigns.List(call.Caller, tenantId, filter, query.Paging());
    }

    private static FakeResponse List(CrmCall call) => CrmCall.List(Page(call).Select(row => Summary(call.Rules.Campaigns.Show(row))), CrmJson.Default.CampaignSummary);

    private static FakeResponse Delete(CrmCall call)
    {
        call.Rules.Campaigns.Delete(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }

    private static FakeResponse Show(CrmCall call, CampaignRow row, int status = 200) => CrmCall.Ok(call.Rules.Campaigns.Show(row), CrmJson.Default.Campaign, status);

    private static CampaignSummary Summary(Campaign campaign) => new()
    {
        Id = campaign.Id,
        Name = campaign.Name,
        Type = campaign.Type,
        Status = campaign.Status,
        Channels = campaign.Channels,
        SegmentId = campaign.SegmentId,
        ScheduledAt = campaign.ScheduledAt,
        TargetCount = campaign.TargetCount,
        SentCount = campaign.SentCount,
        OpenRate = campaign.OpenRate,
        CreatedAt = campaign.CreatedAt,
    };
}

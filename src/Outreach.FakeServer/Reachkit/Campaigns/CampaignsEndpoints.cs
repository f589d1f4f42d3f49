using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The operations of campaigns (contract section 3.2).</summary>
internal static class CampaignsEndpoints
{
    private const int LongestName = 150;

    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("campaigns.list", List);
        routes.Map("campaigns.create", Create);
        routes.Map("campaigns.get", Get);
        routes.Map("campaigns.update", Update);
        routes.Map("campaigns.delete", Delete);
        routes.Map("campaigns.analytics", Analytics);
    }

    private static FakeResponse List(ReachkitCall call)
    {
        ListQuery query = ListQuery.Read(call);
        call.Check();
        Index<CampaignRow>.Rows rows = call.State.CampaignsByWorkspace[ReachkitState.WorkspaceKey(call.Workspace.Ordinal)];
        ListPage<CampaignRow> page = query.Apply(rows, rows.Count, rows.Newest, row => query.Finds(row.Name), field => field switch
        {
            "name" => row => row.Name,
            "status" => row => row.Status.Value,
            "progress" => row => call.Module.Numbers.Progress(row),
            "created_at" => row => row.CreatedAt,
            "updated_at" => row => row.UpdatedAt,
            _ => null,
        });
        return ReachkitAnswer.Page(page, row => CampaignView.Summary(call.Module, row), ReachkitJson.Default.CampaignSummary);
    }

    private static FakeResponse Create(ReachkitCall call)
    {
        string? name = Name(call.Fields(), required: true).Or(null);
        call.Check();
        CampaignRow campaign = CampaignRules.Create(call.Module, call.Workspace.Ordinal, name!, call.Now);
        return ReachkitAnswer.Data(CampaignView.Full(call.Module, campaign, call.Now), ReachkitJson.Default.Campaign, 201);
    }

    private static FakeResponse Get(ReachkitCall call)
        => ReachkitAnswer.Data(CampaignView.Full(call.Module, call.Campaign(), call.Now), ReachkitJson.Default.Campaign);

    private static FakeResponse Analytics(ReachkitCall call)
        => ReachkitAnswer.Data(call.Module.Numbers.All(call.Campaign(), call.Now), ReachkitJson.Default.CampaignAnalytics);

    private static FakeResponse Update(ReachkitCall call)
    {
        CampaignRow old = call.Campaign();
        Fields fields = call.Fields();
        Optional<string?> name = Name(fields, required: false);
        Optional<CampaignStatus?> status = fields.OneOf<CampaignStatus>("status", allowed: [CampaignStatus.Active, CampaignStatus.Paused]);
        Optional<long?> dailyLimit = fields.Integer("daily_limit", min: 0, max: int.MaxValue);
        CampaignOptions options = new()
        {
            DailyLimit = (int)(dailyLimit.Or(null) ?? old.Options.DailyLimit),
            StopOnReply = fields.Flag("stop_on_reply").Or(null) ?? old.Options.StopOnReply,
            StopOnCompanyReply = fields.Flag("stop_on_company_reply").Or(null) ?? old.Options.StopOnCompanyReply,
            TextOnly = fields.Flag("text_only").Or(null) ?? old.Options.TextOnly,
            EspMatching = fields.Flag("esp_matching").Or(null) ?? old.Options.EspMatching,
            UnsubscribeOption = fields.Flag("unsubscribe_option").Or(null) ?? old.Options.UnsubscribeOption,
        };
        call.Check();
        if (status.Or(null) is { } target) CampaignRules.CheckTransition(call.State, old, target);
        CampaignRow campaign = CampaignRules.Update(call.Module, old, name.Or(null) ?? old.Name, options, status.Or(null) ?? old.Status, call.Now);
        return ReachkitAnswer.Data(CampaignView.Summary(call.Module, campaign), ReachkitJson.Default.CampaignSummary);
    }

    private static FakeResponse Delete(ReachkitCall call)
    {
        CampaignRules.Delete(call.Module, call.Campaign());
        return ReachkitAnswer.NoContent();
    }

    private static Optional<string?> Name(Fields fields, bool required) => fields.Text("name", required, min: 1, max: LongestName, trim: true);
}

using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The operations of inboxes (contract section 3.5).</summary>
internal static class InboxesEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("inboxes.list", List);
        routes.Map("inboxes.get", call => ReachkitAnswer.Data(Detail(call, Inbox(call)), ReachkitJson.Default.InboxDetail));
        routes.Map("inboxes.update", Update);
        routes.Map("inboxes.warmupStats", call => ReachkitAnswer.Data(Warmup.Stats(call.State, Inbox(call), call.Now), ReachkitJson.Default.WarmupStats));
    }

    private static FakeResponse List(ReachkitCall call)
    {
        ListQuery query = ListQuery.Read(call);
        call.Check();
        Index<InboxRow>.Rows rows = call.State.InboxesByWorkspace[ReachkitState.WorkspaceKey(call.Workspace.Ordinal)];
        ListPage<InboxRow> page = query.Apply(
            rows,
            rows.Count,
            rows.Newest,
            row => query.Finds(row.Email) || query.Finds(row.FirstName) || query.Finds(row.LastName),
            field => field switch
            {
                "email" => row => row.Email,
                "domain" => row => row.Domain,
                "provider" => row => row.Provider.Value,
                "daily_campaign_limit" => row => row.DailyCampaignLimit,
                "daily_warmup_limit" => row => row.DailyWarmupLimit,
                "created_at" => row => row.CreatedAt,
                "updated_at" => row => row.UpdatedAt,
                _ => null,
            });
        return ReachkitAnswer.Page(page, Show, ReachkitJson.Default.Inbox);
    }

    private static FakeResponse Update(ReachkitCall call)
    {
        InboxRow old = Inbox(call);
        Fields fields = call.Fields();
        bool isActive = fields.Flag("is_active").Or(null) ?? old.IsActive;
        bool isWarming = fields.Flag("is_warming").Or(null) ?? old.IsWarming;
        Optional<string?> firstName = fields.Clearable("first_name");
        Optional<string?> lastName = fields.Clearable("last_name");
        Optional<string?> replyTo = ReplyTo(fields);
        Optional<string?> signature = fields.Text("signature");
        long campaignLimit = fields.Integer("daily_campaign_limit", min: 1, max: InboxRow.MostCampaignEmails).Or(null) ?? old.DailyCampaignLimit;
        long warmupLimit = fields.Integer("daily_warmup_limit", min: 1, max: InboxRow.MostWarmupEmails).Or(null) ?? old.DailyWarmupLimit;
        call.Check();
        InboxRow inbox = old with
        {
            IsActive = isActive,
            IsWarming = isWarming,
            FirstName = firstName.IsSet ? firstName.Value : old.FirstName,
            LastName = lastName.IsSet ? lastName.Value : old.LastName,
            ReplyTo = replyTo.IsSet ? replyTo.Value : old.ReplyTo,
            Signature = !signature.IsSet ? old.Signature : string.IsNullOrWhiteSpace(signature.Value) ? null : signature.Value,
            DailyCampaignLimit = (int)campaignLimit,
            DailyWarmupLimit = (int)warmupLimit,
        };
        if (inbox != old)
        {
            inbox = call.State.Inboxes.Update(inbox with { UpdatedAt = call.Now });
            call.Module.Passes.Wake();
        }

        return ReachkitAnswer.Data(Detail(call, inbox), ReachkitJson.Default.InboxDetail);
    }

    private static Optional<string?> ReplyTo(Fields fields)
    {
        Optional<string?> text = fields.Clearable("reply_to");
        if (text is not { IsSet: true, Value: { } address }) return text;
        if (ReachkitFields.NormaliseEmail(address) is { } email) return email;
        fields.Report("reply_to", ViolationKind.Form);
        return default;
    }

    private static InboxRow Inbox(ReachkitCall call) => call.Own(call.State.Inboxes.Find(call.Path("inbox_id")), inbox => inbox.Workspace);

    private static Inbox Show(InboxRow row) => new()
    {
        Id = row.Id,
        Email = row.Email,
        Domain = row.Domain,
        Provider = row.Provider,
        ConnectionType = row.ConnectionType,
        ConnectionStatus = row.ConnectionStatus,
        FirstName = row.FirstName,
        LastName = row.LastName,
        ReplyTo = row.ReplyTo,
        Signature = row.Signature,
        IsActive = row.IsActive,
        IsWarming = row.IsWarming,
        DailyCampaignLimit = row.DailyCampaignLimit,
        DailyWarmupLimit = row.DailyWarmupLimit,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    private static InboxDetail Detail(ReachkitCall call, InboxRow row) => new()
    {
        Id = row.Id,
        Email = row.Email,
        Domain = row.Domain,
        Provider = row.Provider,
        ConnectionType = row.ConnectionType,
        ConnectionStatus = row.ConnectionStatus,
        FirstName = row.FirstName,
        LastName = row.LastName,
        ReplyTo = row.ReplyTo,
        Signature = row.Signature,
        IsActive = row.IsActive,
        IsWarming = row.IsWarming,
        DailyCampaignLimit = row.DailyCampaignLimit,
        DailyWarmupLimit = row.DailyWarmupLimit,
        Campaigns = [.. call.State.CampaignsByWorkspace[ReachkitState.WorkspaceKey(row.Workspace)].Where(campaign => campaign.Inboxes.Contains(row.Ordinal)).Select(campaign => new InboxCampaign
        {
            Id = campaign.Id,
            Name = campaign.Name,
            Status = campaign.Status,
            CreatedAt = campaign.CreatedAt,
            UpdatedAt = campaign.UpdatedAt,
        })],
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };
}

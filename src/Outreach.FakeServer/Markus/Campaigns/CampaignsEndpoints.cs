using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Campaigns, their contacts and usage.</summary>
internal static class CampaignsEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("campaigns.list", List);
        routes.Map("campaigns.create", Create);
        routes.Map("campaigns.get", Get);
        routes.Map("campaigns.update", Update);
        routes.Map("campaigns.delete", Delete);
        routes.Map("campaigns.listContacts", ListContacts);
        routes.Map("campaigns.usage", Usage);
        routes.Map("campaigns.analyzeProduct", AnalyzeProduct);
    }

    /// <summary>The campaign of the path.</summary>
    /// <exception cref="MarkusError">CAMP_001.</exception>
    public static CampaignRow Find(MarkusCall call) => call.State.FindCampaign(call.AccountId, call.Path("campaign_id")) ?? throw new MarkusError("CAMP_001");

    private static FakeResponse List(MarkusCall call)
    {
        PageRequest page = call.Page();
        CampaignStatus? status = call.QueryOneOf<CampaignStatus>("status");
        ObjectiveType? objective = call.QueryOneOf<ObjectiveType>("objective_type");
        string? search = call.QueryText("search", 200);
        CampaignSort sort = call.QueryOneOf<CampaignSort>("sort") ?? CampaignSort.CreatedAt;
        bool descending = call.QueryOneOf<SortOrder>("order") != SortOrder.Asc;

        MarkusState state = call.State;
        bool deleted = status == CampaignStatus.Deleted;
        bool filtered = status is not null || objective is not null || search is not null;
        bool Fits(CampaignRow row) => (status is null || row.Status == status) && (objective is null || row.ObjectiveType == objective)
            && (search is null || row.Name.Contains(search, StringComparison.OrdinalIgnoreCase));

        IEnumerable<CampaignRow> rows = deleted ? state.DeletedCampaigns[call.AccountId].OrderBy(row => row.Ordinal) : state.CampaignsByAccount[call.AccountId];
        ListPage<CampaignRow> result;
        if (sort == CampaignSort.Name) result = ListPage<CampaignRow>.Sorted(page, rows, Fits, row => row.Name, StringComparer.OrdinalIgnoreCase, descending);
        else if (sort == CampaignSort.UpdatedAt) result = ListPage<CampaignRow>.Sorted(page, rows, Fits, row => row.UpdatedAt, Comparer<DateTimeOffset>.Default, descending);
        else
        {
            IEnumerable<CampaignRow> ordered = !descending ? rows : deleted ? rows.Reverse() : state.CampaignsByAccount[call.AccountId].Newest();
            result = filtered ? ListPage<CampaignRow>.Of(page, ordered, Fits) : ListPage<CampaignRow>.Of(page, ordered, state.CampaignsByAccount.Count(call.AccountId));
        }

        return call.Ok(result, CampaignViews.Json.Of);
    }

    private static FakeResponse Create(MarkusCall call)
    {
        MarkusBody body = call.Body();
        CampaignFields fields = new(body, create: true, known: null, call.Now);
        body.Check();

        CampaignFunding funding = call.State.Allowances.FundingOfNextCampaign(call.Account) ?? throw new MarkusError("CAMP_009");
        CampaignRow row = call.State.CampaignRules.Create(new CampaignRow
        {
            AccountId = call.AccountId,
            Name = fields.Name.Value!,
            Description = fields.Description.Or(null),
            ObjectiveType = fields.ObjectiveType.Value!.Value,
            Objective = fields.Objective.Or(null),
            Channels = fields.Channels.Or(null) ?? [Channel.Email],
            Product = fields.Product.Or(null),
            Venue = fields.Venue.Or(null),
            CustomInstructions = fields.CustomInstructions.Or(null),
            Settings = fields.Settings?.Invoke(CampaignDefaults.Settings) ?? CampaignDefaults.Settings,
            Funding = funding,
            StartDate = fields.StartDate.Or(null),
            EndDate = fields.EndDate.Or(null),
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
        });
        return call.Ok(CampaignViews.Campaign(row), MarkusJson.Default.Campaign, 201);
    }

    private static FakeResponse Get(MarkusCall call) => call.Ok(CampaignViews.Detail(call.State, Find(call)), MarkusJson.Default.CampaignDetail);

    private static FakeResponse Update(MarkusCall call)
    {
        MarkusBody body = call.Body();
        CampaignFields fields = new(body, create: false, call.State.FindCampaign(call.AccountId, call.Path("campaign_id")), call.Now);
        body.Check();

        CampaignRow row = Find(call);
        CampaignStatus? status = fields.Status.Or(null);
        if (row.Status == CampaignStatus.Completed && fields.ChangesMoreThanLabels) throw MarkusError.Invalid("only name and description of a completed campaign may change");
        if (status is { } wanted) CampaignRules.CheckTransition(row, wanted);

        CampaignSettings settings = fields.Settings?.Invoke(row.Settings) ?? row.Settings;
        CampaignRow changed = row with
        {
            Name = fields.Name.Or(row.Name)!,
            Description = fields.Description.Or(row.Description),
            Objective = fields.Objective.Or(row.Objective),
            Channels = fields.Channels.Or(row.Channels)!,
            Product = fields.Product.Or(row.Product),
            Venue = fields.Venue.Or(row.Venue),
            CustomInstructions = fields.CustomInstructions.Or(row.CustomInstructions),
            Settings = settings,
            StartDate = fields.StartDate.Or(row.StartDate),
            EndDate = fields.EndDate.Or(row.EndDate),
        };
        bool replan = row.Counters.Planned > 0
            && (settings.DailySendLimit != row.Settings.DailySendLimit || settings.Timezone != row.Settings.Timezone || !SameWindow(settings.SendWindow, row.Settings.SendWindow) || changed.StartDate != row.StartDate);
        return call.Ok(CampaignViews.Campaign(call.State.CampaignRules.Update(row, changed, status, replan)), MarkusJson.Default.Campaign);
    }

    // Days are a set: their order opens the window neither sooner nor later.
    private static bool SameWindow(SendWindow window, SendWindow other)
        => window.Start == other.Start && window.End == other.End && window.Days.ToHashSet().SetEquals(other.Days);

    private static FakeResponse Delete(MarkusCall call) => call.Ok(CampaignViews.Campaign(call.State.CampaignRules.Delete(Find(call))), MarkusJson.Default.Campaign);

    private static FakeResponse ListContacts(MarkusCall call)
    {
        PageRequest page = call.Page();
        ContactQuery query = new()
        {
            Status = call.QueryOneOf<ContactStatus>("status"),
            Type = call.QueryOneOf<ContactType>("type"),
            Search = call.QueryText("search", 200),
            Sort = ContactSort.From((call.QueryOneOf<CampaignContactSort>("sort") ?? CampaignContactSort.CreatedAt).Value!),
            Descending = call.QueryOneOf<SortOrder>("order") != SortOrder.Asc,
            CampaignId = call.Path("campaign_id").ToLowerInvariant(),
        };
        Find(call);
        return call.Ok(query.Page(call.State, call.Account, page), ContactViews.Json.Of);
    }

    private static FakeResponse Usage(MarkusCall call)
    {
        string? campaignId = call.QueryId("campaign_id");
        MarkusState state = call.State;
        AccountRow account = call.Account;
        CampaignRow? only = campaignId is null ? null : state.FindCampaign(account.Id, campaignId) ?? throw new MarkusError("CAMP_001");
        int used = state.Allowances.Usage(account).Campaigns;
        int? limit = MarkusPlans.LimitsOf(account).Campaigns;
        return call.Ok(
            new CampaignUsage
            {
                PeriodStart = state.Allowances.PeriodStart,
                PeriodEnd = state.Allowances.PeriodEnd,
                CampaignsUsed = used,
                CampaignsLimit = limit,
                CampaignsRemaining = AllowanceRules.Remaining(limit, used),
                CreditsBalance = account.Credits,
                ByStatus = new CampaignStatusCounts
                {
                    Draft = account.Campaigns.Draft,
                    Active = account.Campaigns.Active,
                    Paused = account.Campaigns.Paused,
                    Completed = account.Campaigns.Completed,
                    Deleted = account.Campaigns.Deleted,
                },
                Campaigns = only is null ? [.. state.CampaignsByAccount[account.Id].Newest().Select(CampaignViews.UsageItem)] : [CampaignViews.UsageItem(only)],
            },
            MarkusJson.Default.CampaignUsage);
    }

    private static FakeResponse AnalyzeProduct(MarkusCall call)
    {
        MarkusBody body = call.Body(required: false);
        string? url = body.Fields.Text("url", max: 2048, form: TextForms.Uri()).Or(null);
        string? description = body.Fields.Text("description", min: 1, max: 5000).Or(null);
        body.Check();

        CampaignRow row = Find(call);
        if (row.ObjectiveType != ObjectiveType.ProductPromotion) throw MarkusError.Invalid("only product_promotion campaigns have a product to analyse");
        if (row.Analysis is { } running && running.Status == ProductAnalysisStatus.Processing) return call.Ok(running, MarkusJson.Default.ProductAnalysis, 202);
        if (row.Product is null && url is null && description is null) throw MarkusError.Invalid("the campaign has no product to analyse");
        if (row.Status == CampaignStatus.Completed && (url is not null || description is not null)) throw MarkusError.Invalid("only name and description of a completed campaign may change");
        call.State.Allowances.CheckAi(call.AccountId, row.Id);
        if (url is not null || description is not null)
        {
            ProductDetails product = row.Product ?? new ProductDetails { Name = row.Name };
            row = call.State.Campaigns.Update(row with { Product = product with { Url = url ?? product.Url, Description = description ?? product.Description }, UpdatedAt = call.Now });
        }

        return call.Ok(call.State.ProductAnalyses.Start(row), MarkusJson.Default.ProductAnalysis, 202);
    }
}

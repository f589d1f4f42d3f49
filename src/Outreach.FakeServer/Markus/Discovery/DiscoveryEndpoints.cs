using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Searches for new contacts.</summary>
internal static class DiscoveryEndpoints
{
    private const string BadQuery = "DISC_007";

    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("discovery.search", Search);
        routes.Map("discovery.searchFromProfiles", SearchFromProfiles);
        routes.Map("discovery.getJob", GetJob);
        routes.Map("discovery.listSources", ListSources);
    }

    private static FakeResponse Search(MarkusCall call)
    {
        MarkusBody body = call.Body();
        string? query = body.Fields.Text("query", required: true, min: 2, max: 200, trim: true, code: BadQuery).Or(null);
        Optional<IReadOnlyList<DiscoverySourceId>?> given = Sources(body);
        IReadOnlyList<DiscoverySourceId> sources = given.Or(null) ?? [DiscoverySourceId.GoogleMaps];
        string? location = body.Fields.Text("location", nullable: true, max: 200, code: BadQuery).Or(null);
        bool sourcesAreKnown = given.IsSet || !body.Fields.Has("sources");
        if (sourcesAreKnown && sources.Contains(DiscoverySourceId.GoogleMaps) && string.IsNullOrWhiteSpace(location) && !body.Fields.Violations.Any(violation => violation.Path == "location"))
            body.Rule("location", "is required with google_maps", BadQuery);
        IReadOnlyList<ContactType> types = body.Fields.ManyOf<ContactType>("contact_types", max: 8).Or(null) ?? [];
        if (types.Distinct().Count() < types.Count) body.Rule("contact_types", "must not name a type twice");
        long maxResults = body.Fields.Integer("max_results", min: 1, max: 100).Or(null) ?? 20;
        string? campaignId = ContactFields.ReadId(body.Fields, "campaign_id").Or(null);
        bool? autoImport = body.Fields.Flag("auto_import").Or(null);
        body.Check();
        CampaignRow? campaign = campaignId is null ? null : call.State.FindCampaign(call.AccountId, campaignId) ?? throw new MarkusError("CAMP_001");
        if (!call.State.Allowances.MaySearch(call.Account, campaign)) throw new MarkusError("DISC_008");
        DiscoveryJobRow row = call.State.Discovery.Accept(
            new DiscoveryJobRow
            {
                AccountId = call.AccountId,
                Type = DiscoveryJobType.Search,
                Query = query!,
                Sources = sources,
                Location = location,
                CampaignId = campaign?.Id,
                Targets = [new DiscoveryTarget { Location = location, Sources = sources, ContactTypes = types }],
                MaxResults = (int)maxResults,
                AutoImport = autoImport ?? campaign is not null,
                CreatedAt = call.Now,
            },
            campaign);
        return call.Ok(DiscoveryRules.View(row), MarkusJson.Default.DiscoveryJob, 202);
    }

    private static FakeResponse SearchFromProfiles(MarkusCall call)
    {
        MarkusBody body = call.Body();
        string? campaignId = ContactFields.ReadId(body.Fields, "campaign_id", required: true, nullable: false).Or(null);
        IReadOnlyList<string>? ids = body.Fields.List("target_profile_ids", ReadId, min: 1, max: 20).Or(null);
        if (ids is not null && ids.Distinct(StringComparer.Ordinal).Count() < ids.Count) body.Rule("target_profile_ids", "must not name a profile twice");
        IReadOnlyList<DiscoverySourceId>? sources = Sources(body).Or(null);
        long maxResults = body.Fields.Integer("max_results", min: 1, max: 100).Or(null) ?? 30;
        bool autoImport = body.Fields.Flag("auto_import").Or(null) ?? true;
        body.Check();

        MarkusState state = call.State;
        CampaignRow campaign = state.FindCampaign(call.AccountId, campaignId) ?? throw new MarkusError("CAMP_001");
        List<TargetProfileRow> profiles = [];
        foreach (string id in ids ?? [])
            profiles.Add(state.TargetProfiles.Find(id) is { } profile && profile.CampaignId == campaign.Id ? profile : throw new MarkusError("SERVER_003"));
        if (ids is null) profiles.AddRange(state.TargetProfilesByCampaign[campaign.Id]);
        if (profiles.Count == 0) throw new MarkusError(BadQuery, details: [("campaign_id", "has no target profile")]);
        List<string> keywords = [.. profiles.SelectMany(profile => profile.Keywords).Where(keyword => !string.IsNullOrWhiteSpace(keyword)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (keywords.Count == 0) throw new MarkusError(BadQuery, details: [("target_profile_ids", "no profile has a keyword")]);
        if (!state.Allowances.MaySearch(call.Account, campaign)) throw new MarkusError("DISC_008");

        List<DiscoveryTarget> targets =
        [
            .. profiles.Select(profile => new DiscoveryTarget
            {
                ProfileId = profile.Id,
                Location = profile.Locations is [{ } first, ..] ? first : null,
                Sources = [.. sources?.Where(source => DiscoverySources.Serves(source, profile)) ?? DiscoverySources.Suiting(profile)],
                ContactTypes = profile.ContactTypes,
            }),
        ];
        DiscoveryJobRow row = state.Discovery.Accept(
            new DiscoveryJobRow
            {
                AccountId = call.AccountId,
                Type = DiscoveryJobType.ProfileSearch,
                Query = string.Join(", ", keywords),
                Sources = sources ?? [.. DiscoverySourceId.Known.Where(source => targets.Any(target => target.Sources.Contains(source)))],
                Location = targets.Find(target => target.Location is not null)?.Location,
                CampaignId = campaign.Id,
                TargetProfileIds = [.. profiles.Select(profile => profile.Id)],
                Targets = targets,
                MaxResults = (int)maxResults,
                AutoImport = autoImport,
                CreatedAt = call.Now,
            },
            campaign);
        return call.Ok(DiscoveryRules.View(row), MarkusJson.Default.DiscoveryJob, 202);
    }

    private static FakeResponse GetJob(MarkusCall call)
        => call.State.DiscoveryJobs.Find(call.Path("job_id")) is { } row && row.AccountId == call.AccountId
            ? call.Ok(DiscoveryRules.View(row), MarkusJson.Default.DiscoveryJob)
            : throw new MarkusError("DISC_002");

    private static FakeResponse ListSources(MarkusCall call) => call.Ok(DiscoverySources.All, static source => source, MarkusJson.Default.DiscoverySource);

    private static Optional<IReadOnlyList<DiscoverySourceId>?> Sources(MarkusBody body)
    {
        Optional<IReadOnlyList<DiscoverySourceId>?> sources = body.Fields.ManyOf<DiscoverySourceId>("sources", min: 1, max: 5, code: BadQuery);
        if (sources.Or(null) is { } named && named.Distinct().Count() < named.Count) body.Rule("sources", "must not name a source twice", BadQuery);
        return sources;
    }

    private static Optional<string> ReadId(ListItem item)
    {
        Optional<string> text = item.Text();
        if (!text.IsSet) return default;
        if (TextForms.Uuid().IsMatch(text.Value)) return text.Value.ToLowerInvariant();
        item.Report(ViolationKind.Form, expected: "uuid");
        return default;
    }
}

using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Target profiles of campaigns.</summary>
internal static class TargetProfilesEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("targetProfiles.list", List);
        routes.Map("targetProfiles.create", Create);
        routes.Map("targetProfiles.delete", Delete);
    }

    private static FakeResponse List(MarkusCall call)
        => call.Ok(call.State.TargetProfilesByCampaign[CampaignsEndpoints.Find(call).Id], CampaignViews.Profile, MarkusJson.Default.TargetProfile);

    private static FakeResponse Create(MarkusCall call)
    {
        MarkusBody body = call.Body();
        string? name = body.Fields.Text("name", required: true, min: 1, max: 120).Or(null);
        string? description = body.Fields.Text("description", nullable: true, max: 2000).Or(null);
        IReadOnlyList<ContactType>? types = body.Fields.ManyOf<ContactType>("contact_types", max: 8).Or(null);
        if (types is not null && types.Distinct().Count() < types.Count) body.Rule("contact_types", "must not name a type twice");
        IReadOnlyList<string>? industries = body.Fields.Texts("industries", max: 20, maxLength: 100).Or(null);
        IReadOnlyList<string>? keywords = body.Fields.Texts("keywords", max: 30, maxLength: 100).Or(null);
        IReadOnlyList<string>? locations = body.Fields.Texts("locations", max: 20, maxLength: 120).Or(null);
        body.Check();

        CampaignRow campaign = CampaignsEndpoints.Find(call);
        Index<TargetProfileRow> profiles = call.State.TargetProfilesByCampaign;
        if (profiles[campaign.Id].Any(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) throw MarkusError.Body("name", "is taken by another profile of the campaign");
        if (profiles.Count(campaign.Id) >= ProductAnalysisRules.MostProfiles) throw MarkusError.Body("", $"a campaign has at most {ProductAnalysisRules.MostProfiles} target profiles");
        TargetProfileRow row = call.State.TargetProfiles.Add(new TargetProfileRow
        {
            CampaignId = campaign.Id,
            Name = name!,
            Description = description,
            ContactTypes = types ?? [],
            Industries = industries ?? [],
            Keywords = keywords ?? [],
            Locations = locations ?? [],
            Source = TargetProfileSource.Manual,
            CreatedAt = call.Now,
        });
        return call.Ok(CampaignViews.Profile(row), MarkusJson.Default.TargetProfile, 201);
    }

    private static FakeResponse Delete(MarkusCall call)
    {
        CampaignRow campaign = CampaignsEndpoints.Find(call);
        TargetProfileRow? row = call.State.TargetProfiles.Find(call.Path("target_profile_id"));
        if (row is null || row.CampaignId != campaign.Id) throw new MarkusError("SERVER_003");
        call.State.TargetProfiles.Remove(row);
        return call.Ok(new DeletedResource { Id = row.Id, Deleted = true }, MarkusJson.Default.DeletedResource);
    }
}

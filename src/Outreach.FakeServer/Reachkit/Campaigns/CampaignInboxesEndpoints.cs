using System.Collections.Immutable;
using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Attaching and detaching inboxes (contract section 3.2).</summary>
internal static class CampaignInboxesEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("campaigns.attachInboxes", call => Change(call, static (attached, places) => [.. attached.Union(places)]));
        routes.Map("campaigns.detachInboxes", call => Change(call, static (attached, places) => [.. attached.Except(places)]));
    }

    private static FakeResponse Change(ReachkitCall call, Func<ImmutableArray<int>, IReadOnlyList<int>, ImmutableArray<int>> change)
    {
        CampaignRow campaign = call.Campaign();
        Optional<IReadOnlyList<string>?> ids = call.Fields().Texts("inbox_ids", required: true, min: 1);
        call.Check();
        List<int> places = [.. ids.Value!.Select(id => call.Own(call.State.Inboxes.Find(id), inbox => inbox.Workspace).Ordinal)];
        ImmutableArray<int> inboxes = change(campaign.Inboxes, places);
        if (!inboxes.SequenceEqual(campaign.Inboxes))
        {
            campaign = call.State.Campaigns.Update(campaign with { Inboxes = inboxes, UpdatedAt = call.Now });
            call.Module.Passes.Wake();
        }

        return ReachkitAnswer.Data(CampaignView.Inboxes(call.State, campaign), ReachkitJson.Default.ListCampaignInbox);
    }
}

using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>
/// What must lead somewhere in Crm. Customers and enrollments stay for ever. Segments, campaigns and connections can be deleted: what
/// named them keeps a name of nothing, but for the segment of a campaign that is not over.
/// </summary>
internal static class CrmReferences
{
    public static IEnumerable<Reference> Of(CrmState state) =>
    [
        state.Customers.Repeats(row => row.Value.Id, row => row.Id),
        state.Customers.RefersOn(row => row.Value.MergedIntoId),
        state.Activities.Repeats(row => row.Value.Id, row => row.Id),
        state.Activities.Refers(row => row.Value.CustomerId, state.Customers),
        state.Notes.Repeats(row => row.Value.Id, row => row.Id),
        state.Notes.Refers(row => row.Value.CustomerId, state.Customers),
        state.Segments.Repeats(row => row.Value.Id, row => row.Id),
        state.Members.Refers(state.Segments),
        state.Campaigns.Repeats(row => row.Value.Id, row => row.Id),
        state.Campaigns.Refers(row => IsOver(row.Value.Status) ? null : row.Value.SegmentId, state.Segments, "value.segmentId"),
        state.Campaigns.RefersAt(row => row.Recipients, state.Customers),
        state.Journeys.Repeats(row => row.Value.Id, row => row.Id),
        state.Steps.Repeats(row => row.Value.Id, row => row.Id),
        state.Steps.Refers(row => row.Value.JourneyId, state.Journeys),
        state.Steps.Refers(row => row.Value.NextStepId, state.Steps),
        state.Steps.Refers(row => row.Value.NextStepYesId, state.Steps),
        state.Steps.Refers(row => row.Value.NextStepNoId, state.Steps),
        state.Steps.Refers(row => row.Value.Config.Variants?.Select(variant => variant.NextStepId), state.Steps, "value.config.variants.nextStepId"),
        state.Enrollments.Repeats(row => row.Value.Id, row => row.Id),
        state.Enrollments.Refers(row => row.Value.JourneyId, state.Journeys),
        state.Enrollments.Refers(row => row.Value.CustomerId, state.Customers),
        state.Enrollments.Refers(row => row.Value.CurrentStepId, state.Steps),
        state.Connections.Repeats(row => row.Value.Id, row => row.Id),
        state.Posts.Repeats(row => row.Value.Id, row => row.Id),
        state.Promotions.Repeats(row => row.Value.Id, row => row.Id),
    ];

    private static bool IsOver(CampaignStatus status) => status == CampaignStatus.Completed || status == CampaignStatus.Cancelled;
}

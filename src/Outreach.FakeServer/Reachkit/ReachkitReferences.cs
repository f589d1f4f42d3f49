namespace Outreach.FakeServer.Reachkit;

/// <summary>
/// What must lead somewhere in Reachkit. An email may outlive the variant that it was made of, an address the thread that it was
/// written to from, and a delivery its subscription.
/// </summary>
internal static class ReachkitReferences
{
    public static IEnumerable<Reference> Of(ReachkitState state, int defaultWorkspace) =>
    [
        new(state.Workspaces.Name, "", () => state.Workspaces.Has(defaultWorkspace) ? null : $"there is no row in place {defaultWorkspace}, the default workspace."),
        state.Keys.RefersAt(row => row.Workspace, state.Workspaces),
        state.Blocklist.RefersAt(row => row.Workspace, state.Workspaces),
        state.Campaigns.RefersAt(row => row.Workspace, state.Workspaces),
        state.Campaigns.RefersAt(row => row.Steps, state.Steps),
        state.Campaigns.RefersAt(row => row.Inboxes, state.Inboxes),
        state.Campaigns.RefersAt(row => row.Ordinal, state.Tallies),
        state.Tallies.RefersAt(row => row.Ordinal, state.Campaigns),
        state.Tallies.MayReferAt(row => row.LastSlot, state.Slots),
        state.Slots.MayReferBack(row => row.Previous),
        state.Steps.RefersAt(row => row.Campaign, state.Campaigns),
        state.Steps.RefersAt(row => row.Variants, state.Variants),
        state.Variants.RefersAt(row => row.Campaign, state.Campaigns),
        state.Variants.RefersAt(row => row.Step, state.Steps),
        state.Leads.RefersAt(row => row.Campaign, state.Campaigns),
        state.Leads.Repeats(row => row.CampaignId, row => state.Campaigns.At(row.Campaign)?.Id),
        state.Leads.RefersAt(row => row.Ordinal, state.LeadStates),
        state.LeadStates.RefersAt(row => row.Ordinal, state.Leads),
        state.LeadStates.Repeats(row => row.CampaignId, row => state.Leads.At(row.Ordinal)?.CampaignId),
        state.LeadStates.MayReferAt(row => row.LastEmail, state.Emails),
        state.LeadStates.Refers(row => row.Queue, state.Groups),
        state.LeadStates.MayReferAt(row => row.Thread, state.Conversations),
        state.Inboxes.RefersAt(row => row.Workspace, state.Workspaces),
        state.Inboxes.RefersAt(row => row.Ordinal, state.InboxTallies),
        state.InboxTallies.RefersAt(row => row.Ordinal, state.Inboxes),
        state.InboxTallies.MayReferAt(row => row.LastSlot, state.Slots),
        state.InboxTallies.MayReferAt(row => row.LastWarmupDay, state.WarmupDays),
        state.WarmupDays.MayReferBack(row => row.Previous),
        state.Conversations.RefersAt(row => row.Workspace, state.Workspaces),
        state.Conversations.MayReferAt(row => row.Lead, state.Leads),
        state.Messages.Refers(row => row.ConversationId, state.Conversations),
        state.Messages.RefersAt(row => row.Inbox, state.Inboxes),
        state.Messages.RefersAt(row => row.Files, state.Files),
        state.Files.Refers(row => row.ConversationId, state.Conversations),
        state.Addressed.RefersAt(row => row.Inbox, state.Inboxes),
        state.Emails.RefersAt(row => row.Lead, state.Leads),
        state.Emails.MayReferBack(row => row.Previous),
        state.Emails.RefersAt(row => row.Inbox, state.Inboxes),
        state.Groups.MayReferAt(row => row.Inbox, state.Inboxes),
        state.Subscriptions.RefersAt(row => row.Workspace, state.Workspaces),
    ];
}

using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The states of campaigns and what their changes bring.</summary>
internal sealed class CampaignRules(MarkusState state)
{
    /// <summary>Completes a campaign at its end date.</summary>
    public const string EndJob = "markus.campaignEnd";

    /// <summary>Refuses a change of status that the table of section 4 lacks.</summary>
    /// <exception cref="MarkusError">CAMP_005, CAMP_007, CAMP_008.</exception>
    public static void CheckTransition(CampaignRow campaign, CampaignStatus to)
    {
        CampaignStatus from = campaign.Status;
        if (to == CampaignStatus.Active)
        {
            if (from == CampaignStatus.Active) throw new MarkusError("CAMP_005");
            if (from == CampaignStatus.Completed) throw new MarkusError("CAMP_008");
            if (campaign.Counters.Contacts == 0) throw new MarkusError("CAMP_007");
            return;
        }

        bool allowed = from == to
            || (from == CampaignStatus.Active && (to == CampaignStatus.Paused || to == CampaignStatus.Completed))
            || (from == CampaignStatus.Paused && to == CampaignStatus.Completed);
        if (!allowed) throw new MarkusError("CAMP_008");
    }

    /// <summary>Stores a new campaign.</summary>
    public CampaignRow Create(CampaignRow campaign)
    {
        state.Allowances.UseCampaign(campaign.AccountId, campaign.Funding);
        CampaignRow row = state.Campaigns.Add(campaign);
        state.Change(row.AccountId, account => account with { Campaigns = account.Campaigns.Add(row.Status, 1) });
        AwaitEnd(row);
        Fire(WebhookEventType.CampaignCreated, row);
        return row;
    }

    /// <summary>Applies changed fields and a change of status together.</summary>
    /// <param name="before">The campaign as it is.</param>
    /// <param name="after">The campaign with its changed fields, its status unchanged.</param>
    /// <param name="status">The new status; null for none.</param>
    /// <param name="replan">Whether planned messages need other slots.</param>
    public CampaignRow Update(CampaignRow before, CampaignRow after, CampaignStatus? status, bool replan)
    {
        bool moves = status is { } wanted && wanted != before.Status;
        if (!moves && SameRow.Is(before, after, MarkusStateJson.Default.CampaignRow)) return before;
        if (replan) state.Plan.Clear(before);
        CampaignRow now = state.Campaigns.Find(before.Id)!;
        CampaignRow row = state.Campaigns.Update(after with
        {
            Counters = now.Counters,
            NextSend = now.NextSend,
            Cursors = replan ? [] : now.Cursors,
            UpdatedAt = state.Now,
        });
        if (row.Settings.Timezone != before.Settings.Timezone) state.Plan.CountAnew(row);
        if (row.EndDate != before.EndDate) AwaitEnd(row);
        if (row.Settings.FollowUps != before.Settings.FollowUps && row.IsOpen) state.Sends.AwaitFollowUps(row);
        if (moves) row = Move(row, status!.Value);
        if (replan && row.Status == CampaignStatus.Active) state.Plan.Fill(row.Id);
        row = state.Campaigns.Find(row.Id)!;
        Fire(WebhookEventType.CampaignUpdated, row);
        return row;
    }

    /// <summary>Soft-deletes a campaign.</summary>
    public CampaignRow Delete(CampaignRow campaign)
    {
        state.MessageRules.WithdrawCampaign(campaign.Id, "campaign deleted");
        foreach (ConversationRow conversation in state.OpenConversationsByCampaign[campaign.Id])
            state.Conversations.Update(conversation with { Status = ConversationStatus.Closed, UpdatedAt = state.Now });
        CampaignRow row = SetStatus(state.Campaigns.Find(campaign.Id)! with { DeletedAt = state.Now, UpdatedAt = state.Now }, CampaignStatus.Deleted);
        Fire(WebhookEventType.CampaignDeleted, row);
        return row;
    }

    /// <summary>Completes a campaign whose end date is reached.</summary>
    public void EndByTime(string campaignId, DateTimeOffset due)
    {
        if (state.Campaigns.Find(campaignId) is not { } campaign || campaign.EndDate != due) return;
        if (campaign.Status != CampaignStatus.Active && campaign.Status != CampaignStatus.Paused) return;
        CampaignRow row = Move(state.Campaigns.Update(campaign with { UpdatedAt = state.Now }), CampaignStatus.Completed);
        Fire(WebhookEventType.CampaignUpdated, row);
        state.Notices.Add(row.AccountId, NotificationType.CampaignCompleted, "Campaign completed", $"{row.Name} has reached its end date.", ResourceType.Campaign, row.Id);
    }

    private CampaignRow Move(CampaignRow campaign, CampaignStatus to)
    {
        if (to == CampaignStatus.Active)
        {
            CampaignRow active = SetStatus(campaign with { ActivatedAt = campaign.ActivatedAt ?? state.Now }, to);
            state.Plan.Fill(active.Id);
            state.Drafts.Resume(active.Id);
            if (active.EndDate <= state.Now) AwaitEnd(active);
            return state.Campaigns.Find(active.Id)!;
        }

        if (to == CampaignStatus.Paused)
        {
            state.Plan.Clear(campaign);
            return SetStatus(state.Campaigns.Find(campaign.Id)!, to);
        }

        state.MessageRules.WithdrawCampaign(campaign.Id, "campaign completed");
        return SetStatus(state.Campaigns.Find(campaign.Id)! with { CompletedAt = state.Now }, to);
    }

    private CampaignRow SetStatus(CampaignRow campaign, CampaignStatus status)
    {
        CampaignStatus from = campaign.Status;
        CampaignRow row = state.Campaigns.Update(campaign with { Status = status });
        state.Change(row.AccountId, account => account with { Campaigns = account.Campaigns.Add(from, -1).Add(status, 1) });
        return row;
    }

    private void AwaitEnd(CampaignRow campaign)
    {
        if (campaign.EndDate is { } end) state.World.Jobs.Schedule(end, EndJob, campaign.Id);
    }

    private void Fire(WebhookEventType type, CampaignRow campaign)
        => state.Events.Fire(campaign.AccountId, type, CampaignViews.EventData(campaign), MarkusJson.Default.CampaignEventData);
}

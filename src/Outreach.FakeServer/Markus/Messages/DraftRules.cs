using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Drafts the messages of active campaigns.</summary>
internal sealed class DraftRules(MarkusState state)
{
    /// <summary>Drafts a first message for every contact of a campaign that has none in it, and the follow-ups that fell due meanwhile.</summary>
    public void Resume(string campaignId)
    {
        int waiting = 0;
        foreach (MessageRow sent in state.OverdueFollowUps[campaignId])
            if (FollowUp(sent)) waiting++;
        foreach (ContactRow contact in state.ContactsByCampaign[campaignId])
            if (First(contact)) waiting++;
        Announce(campaignId, waiting);
    }

    /// <summary>Drafts the first message to a contact if its campaign is active and has written none.</summary>
    /// <returns>Whether the draft waits for approval.</returns>
    public bool First(ContactRow contact)
    {
        if (state.Campaigns.Find(contact.CampaignId) is not { } campaign || campaign.Status != CampaignStatus.Active || contact.DeletedAt is not null) return false;
        foreach (MessageRow message in state.MessagesByContact[contact.Id])
            if (message.CampaignId == campaign.Id) return false;
        return Draft(campaign, contact, 0);
    }

    /// <summary>Drafts the message after one that got no answer, or keeps it for later while the campaign is paused.</summary>
    /// <returns>Whether the draft waits for approval.</returns>
    public bool FollowUp(MessageRow sent)
    {
        if (state.Campaigns.Find(sent.CampaignId) is not { } campaign) return false;
        if (campaign.Status == CampaignStatus.Paused)
        {
            state.Messages.Update(sent with { FollowUpOverdue = true });
            return false;
        }

        state.Messages.Update(sent with { FollowUpAt = null, FollowUpOverdue = false });
        FollowUpSettings settings = campaign.Settings.FollowUps;
        if (campaign.Status != CampaignStatus.Active || !settings.Enabled || sent.SequenceStep >= settings.MaxFollowUps) return false;
        if (state.Contacts.Find(sent.ContactId) is not { DeletedAt: null } contact || contact.CampaignId != campaign.Id) return false;
        if (contact.Status != ContactStatus.New && contact.Status != ContactStatus.Contacted) return false;
        foreach (ConversationRow conversation in state.ConversationsByContact[contact.Id])
            if (conversation.CampaignId == campaign.Id && conversation.ReceivedCount > 0) return false;
        foreach (MessageRow message in state.MessagesByContact[contact.Id])
            if (message.CampaignId == campaign.Id && message.SequenceStep > sent.SequenceStep) return false;
        return Draft(campaign, contact, sent.SequenceStep!.Value + 1);
    }

    /// <summary>Tells the account that drafts wait for approval.</summary>
    public void Announce(string campaignId, int waiting)
    {
        if (waiting == 0 || state.Campaigns.Find(campaignId) is not { } campaign) return;
        state.Notices.Add(
            campaign.AccountId,
            NotificationType.MessagesPendingApproval,
            "Messages wait for approval",
            string.Create(CultureInfo.InvariantCulture, $"{waiting} {(waiting == 1 ? "message" : "messages")} of {campaign.Name} {(waiting == 1 ? "waits" : "wait")} for approval."),
            ResourceType.Campaign,
            campaign.Id);
    }

    private bool Draft(CampaignRow campaign, ContactRow contact, int step)
    {
        IReadOnlyList<Channel> included = MarkusPlans.ChannelsOf(state.Accounts.Find(campaign.AccountId)!);
        foreach (Channel channel in campaign.Channels)
        {
            if (!included.Contains(channel) || !contact.IsReachableOn(channel)) continue;
            (string? subject, string body) = MarkusWriter.Draft(campaign, contact, channel, step);
            MessageRow message = state.Messages.Add(new MessageRow
            {
                AccountId = campaign.AccountId,
                CampaignId = campaign.Id,
                ContactId = contact.Id,
                Channel = channel,
                Status = MessageStatus.PendingApproval,
                Subject = subject,
                Body = body,
                AiGenerated = true,
                SequenceStep = step,
                CreatedAt = state.Now,
                UpdatedAt = state.Now,
            });
            state.Count(campaign.Id, counters => counters with { Pending = counters.Pending + 1 });
            if (campaign.Settings.RequireApproval || !state.Allowances.MaySend(campaign.AccountId, campaign.Id)) return true;
            state.MessageRules.Approve(message);
            return false;
        }

        return false;
    }
}

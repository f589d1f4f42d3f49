using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The decisions on messages: the state table of section 4.</summary>
internal sealed class MessageRules(MarkusState state)
{
    /// <summary>An outbound message of the account.</summary>
    /// <exception cref="MarkusError">MSG_005.</exception>
    public MessageRow Outbound(string accountId, string id)
        => state.FindMessage(accountId, id) is { } message && message.Direction == MessageDirection.Outbound ? message : throw new MarkusError("MSG_005");

    /// <summary>Refuses a decision on a message that is not waiting for one.</summary>
    /// <exception cref="MarkusError">MSG_004, or SERVER_005 for a rejected one.</exception>
    public static void CheckPending(MessageRow message)
    {
        if (message.Status == MessageStatus.Rejected) throw MarkusError.Invalid("message is not pending approval");
        if (message.Status != MessageStatus.PendingApproval) throw new MarkusError("MSG_004");
    }

    /// <summary>Approves by a caller: checks, allowance, event.</summary>
    public MessageRow ApproveByCaller(MessageRow message)
    {
        CheckPending(message);
        if (!state.Allowances.MaySend(message.AccountId, message.CampaignId)) throw new MarkusError("MSG_015");
        MessageRow approved = Approve(message);
        state.Events.Fire(message.AccountId, WebhookEventType.MessageApproved, MessageViews.EventData(approved), MarkusJson.Default.MessageEventData);
        return approved;
    }

    /// <summary>Approves a pending message, which uses the allowance, and plans it unless its campaign is paused.</summary>
    public MessageRow Approve(MessageRow message)
    {
        state.Allowances.UseMessage(message.AccountId, message.CampaignId);
        state.Count(message.CampaignId, counters => counters with { Pending = counters.Pending - 1, Approved = counters.Approved + 1 });
        MessageRow approved = state.Messages.Update(message with { Status = MessageStatus.Approved, ApprovedAt = state.Now, UpdatedAt = state.Now, Revived = false });
        return state.Campaigns.Find(message.CampaignId)?.Status == CampaignStatus.Active ? state.Plan.Schedule(approved) : approved;
    }

    /// <summary>Rejects a pending message by a caller.</summary>
    public MessageRow RejectByCaller(MessageRow message, string? reason)
    {
        CheckPending(message);
        MessageRow rejected = Reject(message, reason, withdrawn: false);
        state.Events.Fire(message.AccountId, WebhookEventType.MessageRejected, MessageViews.EventData(rejected), MarkusJson.Default.MessageEventData);
        return rejected;
    }

    /// <summary>Refuses feedback on a message that has been decided or taken back, or whose campaign or contact is gone.</summary>
    public void CheckRevisable(MessageRow message)
    {
        if (message.Status != MessageStatus.PendingApproval && message.Status != MessageStatus.Rejected) throw new MarkusError("MSG_004");
        if (message.Withdrawn) throw MarkusError.Invalid("message was withdrawn");
        if (message.Status != MessageStatus.Rejected) return;
        bool gone = state.Campaigns.Find(message.CampaignId) is { IsOpen: false } || !state.Contacts.Find(message.ContactId)!.IsReachableOn(message.Channel);
        if (gone) throw MarkusError.Invalid("message can no longer be sent");
    }

    /// <summary>Rewrites a pending or rejected message after feedback.</summary>
    public MessageRow Revise(MessageRow message, string feedback)
    {
        state.Allowances.UseAi(message.AccountId, message.CampaignId, AiKind.Revision);
        bool revived = message.Status == MessageStatus.Rejected;
        if (revived) state.Count(message.CampaignId, counters => counters with { Rejected = counters.Rejected - 1, Pending = counters.Pending + 1 });
        (string? subject, string body) = MarkusWriter.Revise(message, feedback, message.Revision + 1);
        return state.Messages.Update(message with
        {
            Status = MessageStatus.PendingApproval,
            Subject = subject,
            Body = body,
            Revision = message.Revision + 1,
            LastFeedback = feedback,
            RejectionReason = null,
            RejectedAt = null,
            Revived = message.Revived || revived,
            UpdatedAt = state.Now,
        });
    }

    /// <summary>Takes back the unsent messages of a campaign.</summary>
    public void WithdrawCampaign(string campaignId, string reason)
    {
        foreach (MessageRow message in state.PendingByCampaign[campaignId]) Withdraw(message, reason);
        foreach (MessageRow message in state.ApprovedByCampaign[campaignId]) Withdraw(message, reason);
    }

    /// <summary>Takes back the unsent messages to a contact.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="reason">Why, as it stands on the message.</param>
    /// <param name="which">Which of them; null for all.</param>
    public void WithdrawContact(string contactId, string reason, Func<MessageRow, bool>? which = null)
    {
        foreach (MessageRow message in state.MessagesByContact[contactId])
            if (message.IsUnsent && which?.Invoke(message) != false) Withdraw(message, reason);
    }

    private void Withdraw(MessageRow message, string reason)
    {
        if (message.Status == MessageStatus.Approved)
        {
            message = state.Plan.Unschedule(message);
            state.Allowances.GiveBackMessage(message);
        }

        Reject(message, reason, withdrawn: true);
    }

    private MessageRow Reject(MessageRow message, string? reason, bool withdrawn)
    {
        bool approved = message.Status == MessageStatus.Approved;
        state.Count(message.CampaignId, counters => counters with
        {
            Pending = counters.Pending - (approved ? 0 : 1),
            Approved = counters.Approved - (approved ? 1 : 0),
            Rejected = counters.Rejected + 1,
        });
        return state.Messages.Update(message with
        {
            Status = MessageStatus.Rejected,
            RejectionReason = reason,
            RejectedAt = state.Now,
            UpdatedAt = state.Now,
            Withdrawn = withdrawn,
            Revived = false,
        });
    }
}

using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Sends: from a slot, by retry and directly. The recipient's simulated behaviour is read here.</summary>
internal sealed class SendRules(MarkusState state)
{
    /// <summary>Reports on the messages of one owner that were sent at one instant.</summary>
    public const string DeliveryJob = "markus.delivery";

    /// <summary>Something that a recipient does with a message: kind, and a text.</summary>
    public const string ReactionJob = "markus.reaction";

    /// <summary>Drafts the next step of the messages of a campaign that were sent at one instant.</summary>
    public const string FollowUpJob = "markus.followUp";

    private static readonly TimeSpan UntilDelivery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilOpening = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UntilReply = TimeSpan.FromHours(1);

    /// <summary>Sends what a campaign has planned for the present instant.</summary>
    public void SendSlot(string campaignId, DateTimeOffset slot)
    {
        foreach (MessageRow planned in state.PlannedMessages[MarkusState.InstantKey(campaignId, slot)])
        {
            CampaignRow campaign = state.Campaigns.Find(campaignId)!;
            if (campaign.Status != CampaignStatus.Active) return;
            ConnectedAccountRow? sender = state.ConnectedAccounts.Find(planned.SenderId) is { } same && same.Status == ConnectedAccountStatus.Connected
                ? same
                : state.Channels.Sender(planned.AccountId, planned.Channel);
            MessageRow message = state.Plan.Unschedule(planned, free: false);
            if (sender is not null && !state.Plan.HasRoom(campaign, sender))
            {
                state.Plan.Schedule(message);
                continue;
            }

            SendOutcome outcome = sender is null ? new SendOutcome(null, "no connected account")
                : state.Contacts.Find(message.ContactId)!.IsReachableOn(message.Channel) ? Attempt(message, sender)
                : new SendOutcome(null, "contact not reachable");
            if (outcome.Refused is { } reason) FailInSlot(message, reason);
        }
    }

    /// <summary>Sends a failed message again, at once.</summary>
    /// <returns>The message, sent or failed again.</returns>
    public SendOutcome Retry(MessageRow failed)
    {
        ConnectedAccountRow? sender = state.Channels.Sender(failed.AccountId, failed.Channel);
        MessageRow message = state.Messages.Update(failed with { RetryCount = failed.RetryCount + 1, UpdatedAt = state.Now });
        SendOutcome outcome = sender is null ? new SendOutcome(null, "no connected account") : Attempt(message, sender);
        if (outcome.Refused is null)
        {
            state.Allowances.UseMessage(failed.AccountId, failed.CampaignId);
            return outcome;
        }

        return new SendOutcome(
            state.Messages.Update(message with { FailedAt = state.Now, Failure = new MessageFailure { Code = "MSG_001", Message = outcome.Refused } }),
            outcome.Refused);
    }

    /// <summary>Sends a text that a caller wrote. A refusal by the provider stores and counts nothing.</summary>
    /// <param name="contact">The recipient.</param>
    /// <param name="channel">The channel, which must be available.</param>
    /// <param name="sender">The connected account to send from.</param>
    /// <param name="conversation">The open conversation to go on with; null opens one without campaign.</param>
    /// <param name="subject">The subject; null on channels without.</param>
    /// <param name="body">The text.</param>
    public SendOutcome SendDirect(ContactRow contact, Channel channel, ConnectedAccountRow sender, ConversationRow? conversation, string? subject, string body)
    {
        if (Reactions(contact, channel).Any(reaction => reaction.Kind == ReactionKind.Refuse)) return new SendOutcome(null, "the provider refused the message");
        MessageRow message = state.Messages.Add(new MessageRow
        {
            AccountId = contact.AccountId,
            CampaignId = conversation?.CampaignId,
            ContactId = contact.Id,
            Channel = channel,
            Status = MessageStatus.Approved,
            Subject = subject,
            Body = body,
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
        });
        state.Count(message.CampaignId, counters => counters with { Approved = counters.Approved + 1 });
        state.Allowances.UseMessage(message.AccountId, message.CampaignId);
        return Attempt(message, sender, conversation);
    }

    /// <summary>Lets messages that were sent before be followed up, after a campaign was set to follow up at all, or more often.</summary>
    public void AwaitFollowUps(CampaignRow campaign)
    {
        foreach (MessageRow message in state.MessagesByCampaign[campaign.Id].ToList())
        {
            if (message.FollowUpAt is not null || message.NextStepAt is not { } due || due <= state.Now || message.Status == MessageStatus.Bounced || !WantsFollowUp(campaign, message)) continue;
            AwaitFollowUp(state.Messages.Update(message with { FollowUpAt = due }));
        }
    }

    /// <summary>The open conversation of a contact, channel and campaign; null when none is open.</summary>
    public ConversationRow? OpenConversation(string contactId, Channel channel, string? campaignId)
    {
        foreach (ConversationRow conversation in state.ConversationsByContact[contactId].Newest())
            if (conversation.IsOpen && conversation.Channel == channel && conversation.CampaignId == campaignId) return conversation;
        return null;
    }

    /// <summary>Marks a sent message as delivered, or as bounced if its mailbox refuses it.</summary>
    public void Report(MessageRow message)
    {
        if (message.Status != MessageStatus.Sent) return;
        if (message.WillBounce) Bounce(message, "mailbox does not exist");
        else Deliver(message);
    }

    /// <summary>Marks a sent message as delivered.</summary>
    public void Deliver(MessageRow message)
    {
        if (message.Status != MessageStatus.Sent) return;
        state.Count(message.CampaignId, counters => counters with { Delivered = counters.Delivered + 1 });
        MessageRow delivered = state.Messages.Update(message with { Status = MessageStatus.Delivered, DeliveredAt = state.Now, UpdatedAt = state.Now });
        state.Events.Fire(message.AccountId, WebhookEventType.MessageDelivered, MessageViews.EventData(delivered), MarkusJson.Default.MessageEventData);
    }

    /// <summary>Marks a delivered message as opened; only the first opening counts.</summary>
    public void Open(MessageRow message)
    {
        if (message.Status == MessageStatus.Sent)
        {
            Deliver(message);
            message = state.Messages.Current(message)!;
        }

        if (message.Status != MessageStatus.Delivered) return;
        state.Count(message.CampaignId, counters => counters with { Opened = counters.Opened + 1 });
        if (state.Conversations.Find(message.ConversationId) is { } conversation) state.Conversations.Update(conversation with { OpenedCount = conversation.OpenedCount + 1 });
        MessageRow opened = state.Messages.Update(message with { Status = MessageStatus.Opened, OpenedAt = state.Now, UpdatedAt = state.Now });
        state.Events.Fire(message.AccountId, WebhookEventType.MessageOpened, MessageViews.EventData(opened), MarkusJson.Default.MessageEventData);
    }

    /// <summary>Marks a sent message as bounced, with what follows for the contact.</summary>
    public void Bounce(MessageRow message, string reason)
    {
        if (message.Status != MessageStatus.Sent) return;
        state.Count(message.CampaignId, counters => counters with { Bounced = counters.Bounced + 1 });
        MessageRow bounced = state.Messages.Update(message with
        {
            Status = MessageStatus.Bounced,
            BouncedAt = state.Now,
            UpdatedAt = state.Now,
            Failure = new MessageFailure { Code = "BOUNCED", Message = reason },
            FollowUpAt = null,
            FollowUpOverdue = false,
        });
        if (state.Contacts.Find(message.ContactId) is { } contact)
        {
            if (contact.Status == ContactStatus.New || contact.Status == ContactStatus.Contacted || contact.Status == ContactStatus.Replied)
                state.Contacts.Update(contact with { Status = ContactStatus.Bounced, UpdatedAt = state.Now });
            state.MessageRules.WithdrawContact(contact.Id, "contact bounced", other => other.Channel == Channel.Email);
            state.Notices.Add(message.AccountId, NotificationType.MessageBounced, "Message bounced", $"The message to {contact.Name ?? contact.Email ?? "a contact"} bounced.", ResourceType.Message, message.Id);
        }

        state.Events.Fire(message.AccountId, WebhookEventType.MessageBounced, MessageViews.EventData(bounced), MarkusJson.Default.MessageEventData);
    }

    // A message that is approved or failed before becomes sent, with all that a send brings; a refusal changes nothing here.
    private SendOutcome Attempt(MessageRow message, ConnectedAccountRow sender, ConversationRow? into = null)
    {
        ContactRow contact = state.Contacts.Find(message.ContactId)!;
        IReadOnlyList<Reaction> reactions = Reactions(contact, message.Channel);
        if (reactions.Any(reaction => reaction.Kind == ReactionKind.Refuse)) return new SendOutcome(null, "the provider refused the message");

        DateTimeOffset now = state.Now;
        CampaignRow? campaign = state.Campaigns.Find(message.CampaignId);
        Reaction? bounce = message.Channel == Channel.Email ? reactions.FirstOrDefault(reaction => reaction.Kind == ReactionKind.Bounce) : null;
        bool failed = message.Status == MessageStatus.Failed;
        ConversationRow? open = into ?? OpenConversation(contact.Id, message.Channel, message.CampaignId);
        ConversationRow conversation = open ?? state.Conversations.Add(new ConversationRow
        {
            AccountId = message.AccountId,
            ContactId = contact.Id,
            CampaignId = message.CampaignId,
            Channel = message.Channel,
            Subject = message.Subject,
            CreatedAt = now,
            UpdatedAt = now,
        });

        DateTimeOffset? nextStepAt = campaign is not null && message.SequenceStep is not null ? now + TimeSpan.FromDays(campaign.Settings.FollowUps.DelayDays) : null;
        MessageRow sent = state.Messages.Update(message with
        {
            Status = MessageStatus.Sent,
            ConversationId = conversation.Id,
            SenderId = sender.Id,
            ScheduledAt = null,
            SentAt = now,
            UpdatedAt = now,
            Failure = null,
            WillBounce = bounce is not null,
            ReportedApart = bounce?.After is not null,
            NextStepAt = nextStepAt,
            FollowUpAt = nextStepAt is not null && WantsFollowUp(campaign!, message) ? nextStepAt : null,
        });
        state.Plan.CountSent(campaign, sender);
        state.ConnectedAccounts.Update(state.ConnectedAccounts.Current(sender)! with { LastUsedAt = now });
        state.Count(message.CampaignId, counters => counters with
        {
            Approved = counters.Approved - (failed ? 0 : 1),
            Failed = counters.Failed - (failed ? 1 : 0),
            Sent = counters.Sent + 1,
            Conversations = counters.Conversations + (open is null ? 1 : 0),
        });
        state.Contacts.Update(contact with
        {
            LastContactedAt = now,
            Status = contact.Status == ContactStatus.New ? ContactStatus.Contacted : contact.Status,
            SendCount = contact.SendCount + 1,
            UpdatedAt = now,
        });
        conversation = state.Conversations.Update(conversation with
        {
            SentCount = conversation.SentCount + 1,
            FirstSentAt = conversation.FirstSentAt ?? now,
            LastMessageId = sent.Id,
            LastMessageAt = now,
            LastMessageDirection = MessageDirection.Outbound,
            LastMessagePreview = MarkusWriter.Cut(sent.Body, 140),
            Status = conversation.IsOpen ? ConversationStatus.AwaitingReply : conversation.Status,
            UpdatedAt = now,
        });
        Post(sent, contact, sender);
        if (open is null) state.Events.Fire(message.AccountId, WebhookEventType.ConversationCreated, ConversationViews.EventData(conversation), MarkusJson.Default.ConversationEventData);
        state.Events.Fire(message.AccountId, WebhookEventType.MessageSent, MessageViews.EventData(sent), MarkusJson.Default.MessageEventData);
        Await(sent, reactions, bounce);
        return new SendOutcome(sent, null);
    }

    private void FailInSlot(MessageRow message, string reason)
    {
        MessageRow failed = state.Messages.Update(message with
        {
            Status = MessageStatus.Failed,
            FailedAt = state.Now,
            UpdatedAt = state.Now,
            Failure = new MessageFailure { Code = "MSG_001", Message = reason },
        });
        state.Count(message.CampaignId, counters => counters with { Approved = counters.Approved - 1, Failed = counters.Failed + 1 });
        state.Allowances.GiveBackMessage(failed);
        state.Plan.Reconsider(message.AccountId);
        ContactRow? contact = state.Contacts.Find(message.ContactId);
        state.Notices.Add(message.AccountId, NotificationType.MessageFailed, "Message failed", $"The message to {contact?.Name ?? contact?.AddressOn(message.Channel) ?? "a contact"} could not be sent: {reason}.", ResourceType.Message, message.Id);
    }

    private void Await(MessageRow sent, IReadOnlyList<Reaction> reactions, Reaction? bounce)
    {
        DateTimeOffset now = state.Now;
        string owner = sent.CampaignId ?? sent.AccountId;
        if (bounce?.After is { } apart) state.World.Jobs.Schedule(now + apart, ReactionJob, sent.Id, "bounce");
        else if (state.SentMessages.Count(MarkusState.InstantKey(owner, now)) == 1) state.World.Jobs.Schedule(now + UntilDelivery, DeliveryJob, owner, Ticks(now));
        AwaitFollowUp(sent);
        if (bounce is not null) return;
        foreach (Reaction reaction in reactions)
        {
            (TimeSpan after, string? data) = reaction.Kind switch
            {
                ReactionKind.Open => (reaction.After ?? UntilOpening, "open"),
                ReactionKind.Reply => (reaction.After ?? UntilReply, "reply " + (reaction.Text ?? "Sounds great, can we talk Thursday?")),
                ReactionKind.OutOfOffice => (reaction.After ?? UntilReply, "reply " + (reaction.Text ?? "I am out of office until Monday.")),
                ReactionKind.Unsubscribe => (reaction.After ?? UntilReply, "unsubscribe " + (reaction.Text ?? "Please unsubscribe me.")),
                _ => (TimeSpan.Zero, null),
            };
            if (data is not null) state.World.Jobs.Schedule(now + after, ReactionJob, sent.Id, data);
        }
    }

    private void AwaitFollowUp(MessageRow sent)
    {
        if (sent.FollowUpAt is { } due && state.FollowUps.Count(MarkusState.InstantKey(sent.CampaignId!, due)) == 1) state.World.Jobs.Schedule(due, FollowUpJob, sent.CampaignId!, Ticks(due));
    }

    private static bool WantsFollowUp(CampaignRow campaign, MessageRow message)
        => campaign.Settings.FollowUps.Enabled && message.SequenceStep < campaign.Settings.FollowUps.MaxFollowUps;

    private IReadOnlyList<Reaction> Reactions(ContactRow contact, Channel channel)
        => state.World.Recipients.To("markus", contact.AddressOn(channel) ?? "", contact.SendCount + 1);

    private void Post(MessageRow sent, ContactRow contact, ConnectedAccountRow sender)
    {
        string to = contact.AddressOn(sent.Channel)!;
        state.World.Outbox.Add(new OutboxMessage
        {
            Api = "markus",
            Channel = sent.Channel.Value!,
            MessageId = sent.Id,
            CampaignId = sent.CampaignId,
            SentAt = state.Now,
            From = sender.Handle,
            To = to,
            Subject = sent.Subject,
            Text = sent.Body,
            Headers = sent.Channel != Channel.Email
                ? []
                :
                [
                    new("From", sender.DisplayName is { } name ? $"{name} <{sender.Handle}>" : sender.Handle),
                    new("To", contact.Name is { } recipient ? $"{recipient} <{to}>" : to),
                    new("Subject", sent.Subject ?? ""),
                    new("Message-ID", $"<{sent.Id}@markusai.dev>"),
                ],
        });
    }

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

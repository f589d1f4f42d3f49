using System.Text.RegularExpressions;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Takes messages from contacts in.</summary>
internal sealed partial class InboundRules(MarkusState state)
{
    /// <summary>Stores a message from the contact of a conversation, with all that it brings.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="subject">The subject; null for the conversation's own.</param>
    /// <param name="unsubscribes">Whether it asks to be left alone; a text with the word <c>unsubscribe</c> does in any case.</param>
    public MessageRow Receive(ConversationRow conversation, string text, string? subject = null, bool unsubscribes = false)
    {
        DateTimeOffset now = state.Now;
        if (subject is null && conversation.Channel == Channel.Email)
            subject = conversation.Subject is { } first && !first.StartsWith("Re: ", StringComparison.Ordinal) ? MarkusWriter.Cut("Re: " + first, 300) : conversation.Subject;
        MessageRow message = state.Messages.Add(new MessageRow
        {
            AccountId = conversation.AccountId,
            ConversationId = conversation.Id,
            CampaignId = conversation.CampaignId,
            ContactId = conversation.ContactId,
            Channel = conversation.Channel,
            Direction = MessageDirection.Inbound,
            Status = MessageStatus.Received,
            Subject = conversation.Channel == Channel.Email ? subject : null,
            Body = MarkusWriter.Cut(text, 20_000),
            SentAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        });
        bool firstReply = conversation.ReceivedCount == 0;
        conversation = state.Conversations.Update(conversation with
        {
            Status = conversation.IsOpen ? ConversationStatus.NeedsReply : ConversationStatus.Closed,
            UnreadCount = conversation.UnreadCount + 1,
            ReceivedCount = conversation.ReceivedCount + 1,
            FirstReceivedAt = conversation.FirstReceivedAt ?? now,
            LastMessageId = message.Id,
            LastMessageAt = now,
            LastMessageDirection = MessageDirection.Inbound,
            LastMessagePreview = MarkusWriter.Cut(message.Body, 140),
            UpdatedAt = now,
        });
        state.Count(conversation.CampaignId, counters => counters with { Replies = counters.Replies + 1, ConversationsReplied = counters.ConversationsReplied + (firstReply ? 1 : 0) });
        ContactRow contact = state.Contacts.Find(conversation.ContactId)!;
        bool overwritable = contact.Status == ContactStatus.New || contact.Status == ContactStatus.Contacted || contact.Status == ContactStatus.Bounced;
        contact = state.Contacts.Update(contact with { LastRepliedAt = now, UpdatedAt = now, Status = overwritable ? ContactStatus.Replied : contact.Status });
        state.MessageRules.WithdrawContact(contact.Id, "contact replied", other => other.CampaignId == conversation.CampaignId);
        state.Events.Fire(conversation.AccountId, WebhookEventType.ConversationReplyReceived, ConversationViews.ReplyEventData(conversation, message), MarkusJson.Default.ConversationReplyEventData);
        state.Notices.Add(conversation.AccountId, NotificationType.ReplyReceived, "Reply received", $"{contact.Name ?? contact.AddressOn(conversation.Channel) ?? "A contact"} replied.", ResourceType.Conversation, conversation.Id);
        if (unsubscribes || Unsubscribe().IsMatch(text)) state.ContactRules.Unsubscribe(state.Contacts.Current(contact)! with { Status = ContactStatus.Unsubscribed });
        return message;
    }

    [GeneratedRegex(@"\bunsubscribe\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unsubscribe();
}

using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Conversations as they stand on the wire.</summary>
internal static class ConversationViews
{
    public static Conversation Conversation(MarkusState state, ConversationRow row) => new()
    {
        Id = row.Id,
        ContactId = row.ContactId,
        CampaignId = row.CampaignId,
        Contact = ContactViews.Summary(state.Contacts.Find(row.ContactId)!),
        Channel = row.Channel,
        Subject = row.Subject,
        Status = row.Status,
        UnreadCount = row.UnreadCount,
        MessageCount = row.MessageCount,
        LastMessagePreview = row.LastMessagePreview,
        LastMessageDirection = row.LastMessageDirection,
        LastMessageAt = row.LastMessageAt,
        Sentiment = row.Analysis?.Sentiment,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    public static ConversationDetail Detail(MarkusState state, ConversationRow row) => new()
    {
        Id = row.Id,
        ContactId = row.ContactId,
        CampaignId = row.CampaignId,
        Contact = ContactViews.Contact(state.Contacts.Find(row.ContactId)!),
        Channel = row.Channel,
        Subject = row.Subject,
        Status = row.Status,
        UnreadCount = row.UnreadCount,
        MessageCount = row.MessageCount,
        LastMessagePreview = row.LastMessagePreview,
        LastMessageDirection = row.LastMessageDirection,
        LastMessageAt = row.LastMessageAt,
        Sentiment = row.Analysis?.Sentiment,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Campaign = state.Campaigns.Find(row.CampaignId) is { } campaign ? CampaignViews.Ref(campaign) : null,
        LastMessage = MessageViews.Message(state.Messages.Find(row.LastMessageId)!),
        Engagement = new ConversationEngagement
        {
            MessagesSent = row.SentCount,
            MessagesReceived = row.ReceivedCount,
            MessagesOpened = row.OpenedCount,
            FirstResponseSeconds = row.FirstResponseSeconds,
        },
        Analysis = row.Analysis,
    };

    public static ConversationEventData EventData(ConversationRow row) => new()
    {
        Id = row.Id,
        ContactId = row.ContactId,
        CampaignId = row.CampaignId,
        Channel = row.Channel,
        Subject = row.Subject,
        Status = row.Status,
        CreatedAt = row.CreatedAt,
    };

    public static ConversationReplyEventData ReplyEventData(ConversationRow row, MessageRow reply) => new()
    {
        Id = row.Id,
        ContactId = row.ContactId,
        CampaignId = row.CampaignId,
        Channel = row.Channel,
        UnreadCount = row.UnreadCount,
        Message = new ReplySummary { Id = reply.Id, Subject = reply.Subject, Body = reply.Body, ReceivedAt = reply.SentAt!.Value },
    };
}

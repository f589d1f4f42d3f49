using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Messages as they stand on the wire.</summary>
internal static class MessageViews
{
    public static Message Message(MessageRow row) => new()
    {
        Id = row.Id,
        ConversationId = row.ConversationId,
        CampaignId = row.CampaignId,
        ContactId = row.ContactId,
        Channel = row.Channel,
        Direction = row.Direction,
        Status = row.Status,
        Subject = row.Subject,
        Body = row.Body,
        AiGenerated = row.AiGenerated,
        SequenceStep = row.SequenceStep,
        Revision = row.Revision,
        LastFeedback = row.LastFeedback,
        RejectionReason = row.RejectionReason,
        Failure = row.Failure,
        RetryCount = row.RetryCount,
        ScheduledAt = row.ScheduledAt,
        ApprovedAt = row.ApprovedAt,
        RejectedAt = row.RejectedAt,
        SentAt = row.SentAt,
        DeliveredAt = row.DeliveredAt,
        OpenedAt = row.OpenedAt,
        BouncedAt = row.BouncedAt,
        FailedAt = row.FailedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    public static PendingMessage Pending(MarkusState state, MessageRow row) => new()
    {
        Id = row.Id,
        ConversationId = row.ConversationId,
        CampaignId = row.CampaignId,
        ContactId = row.ContactId,
        Channel = row.Channel,
        Direction = row.Direction,
        Status = row.Status,
        Subject = row.Subject,
        Body = row.Body,
        AiGenerated = row.AiGenerated,
        SequenceStep = row.SequenceStep,
        Revision = row.Revision,
        LastFeedback = row.LastFeedback,
        RejectionReason = row.RejectionReason,
        Failure = row.Failure,
        RetryCount = row.RetryCount,
        ScheduledAt = row.ScheduledAt,
        ApprovedAt = row.ApprovedAt,
        RejectedAt = row.RejectedAt,
        SentAt = row.SentAt,
        DeliveredAt = row.DeliveredAt,
        OpenedAt = row.OpenedAt,
        BouncedAt = row.BouncedAt,
        FailedAt = row.FailedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Contact = ContactViews.Summary(state.Contacts.Find(row.ContactId)!),
        Campaign = state.Campaigns.Find(row.CampaignId) is { } campaign ? CampaignViews.Ref(campaign) : null,
    };

    public static MessageEventData EventData(MessageRow row) => new()
    {
        Id = row.Id,
        ConversationId = row.ConversationId,
        CampaignId = row.CampaignId,
        ContactId = row.ContactId,
        Channel = row.Channel,
        Status = row.Status,
        Subject = row.Subject,
        SequenceStep = row.SequenceStep,
        RejectionReason = row.RejectionReason,
        Failure = row.Failure,
        ApprovedAt = row.ApprovedAt,
        RejectedAt = row.RejectedAt,
        SentAt = row.SentAt,
        DeliveredAt = row.DeliveredAt,
        OpenedAt = row.OpenedAt,
        BouncedAt = row.BouncedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };
}

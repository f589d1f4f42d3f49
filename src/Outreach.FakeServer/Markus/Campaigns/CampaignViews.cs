using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Campaigns as they stand on the wire.</summary>
internal static class CampaignViews
{
    public static RowJson<CampaignRow, Campaign> Json { get; } = new(Campaign, MarkusJson.Default.Campaign);

    public static Campaign Campaign(CampaignRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Description = row.Description,
        Status = row.Status,
        ObjectiveType = row.ObjectiveType,
        Objective = row.Objective,
        Channels = row.Channels,
        Funding = row.Funding,
        ContactCount = row.Counters.Contacts,
        StartDate = row.StartDate,
        EndDate = row.EndDate,
        ActivatedAt = row.ActivatedAt,
        CompletedAt = row.CompletedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        DeletedAt = row.DeletedAt,
    };

    public static CampaignDetail Detail(MarkusState state, CampaignRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Description = row.Description,
        Status = row.Status,
        ObjectiveType = row.ObjectiveType,
        Objective = row.Objective,
        Channels = row.Channels,
        Funding = row.Funding,
        ContactCount = row.Counters.Contacts,
        StartDate = row.StartDate,
        EndDate = row.EndDate,
        ActivatedAt = row.ActivatedAt,
        CompletedAt = row.CompletedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        DeletedAt = row.DeletedAt,
        Product = row.Product,
        Venue = row.Venue,
        CustomInstructions = row.CustomInstructions,
        Settings = row.Settings,
        Stats = Stats(row.Counters),
        ProductAnalysis = row.Analysis,
        Strategy = row.Strategy,
        TargetProfiles = [.. state.TargetProfilesByCampaign[row.Id].Select(Profile)],
    };

    public static CampaignStats Stats(CampaignCounters counters) => new()
    {
        Contacts = counters.Contacts,
        PendingApproval = counters.Pending,
        Approved = counters.Approved,
        Rejected = counters.Rejected,
        Sent = counters.Sent,
        Delivered = counters.Delivered,
        Opened = counters.Opened,
        Bounced = counters.Bounced,
        Failed = counters.Failed,
        Replies = counters.Replies,
        Conversations = counters.Conversations,
        OpenRate = Rates.Of(counters.Opened, counters.Delivered),
        ReplyRate = Rates.Of(counters.ConversationsReplied, counters.Conversations),
        BounceRate = Rates.Of(counters.Bounced, counters.Sent),
    };

    public static TargetProfile Profile(TargetProfileRow row) => new()
    {
        Id = row.Id,
        CampaignId = row.CampaignId,
        Name = row.Name,
        Description = row.Description,
        ContactTypes = row.ContactTypes,
        Industries = row.Industries,
        Keywords = row.Keywords,
        Locations = row.Locations,
        Source = row.Source,
        CreatedAt = row.CreatedAt,
    };

    public static CampaignRef Ref(CampaignRow row) => new() { Id = row.Id, Name = row.Name, Status = row.Status };

    public static CampaignUsageItem UsageItem(CampaignRow row) => new()
    {
        CampaignId = row.Id,
        Name = row.Name,
        Status = row.Status,
        Funding = row.Funding,
        ContactsUsed = row.Counters.ContactsUsed,
        ContactsLimit = AllowanceRules.IsCredit(row) ? AllowanceRules.CreditContacts : null,
        MessagesUsed = row.Counters.MessagesUsed,
        MessagesLimit = AllowanceRules.IsCredit(row) ? AllowanceRules.CreditMessages : null,
        AiGenerationsUsed = row.Counters.AiUsed,
        AiGenerationsLimit = AllowanceRules.IsCredit(row) ? AllowanceRules.CreditGenerations : null,
    };

    public static CampaignEventData EventData(CampaignRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Status = row.Status,
        ObjectiveType = row.ObjectiveType,
        Channels = row.Channels,
        Funding = row.Funding,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        DeletedAt = row.DeletedAt,
    };
}

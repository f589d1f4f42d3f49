using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>How Reachkit's records stand in JSON: source-generated, snake_case, lenient towards unknown members.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(UtcTimestampConverter),
        typeof(OptionalConverter<CampaignStatus>),
        typeof(OptionalConverter<ConversationLabel?>),
        typeof(OptionalConverter<ScheduleTimezone>),
        typeof(OptionalConverter<UpdateDaySchedule>),
        typeof(OptionalConverter<UpdateScheduleDays>),
        typeof(OptionalConverter<UpdateTimeWindow>),
        typeof(OptionalConverter<bool>),
        typeof(OptionalConverter<int>),
        typeof(OptionalConverter<string>),
    ])]
[JsonSerializable(typeof(BlocklistCheck))]
[JsonSerializable(typeof(BlocklistEntry))]
[JsonSerializable(typeof(CreateBlocklistEntryRequest))]
[JsonSerializable(typeof(CampaignOptions))]
[JsonSerializable(typeof(TimeWindow))]
[JsonSerializable(typeof(DaySchedule))]
[JsonSerializable(typeof(ScheduleDays))]
[JsonSerializable(typeof(CampaignSchedule))]
[JsonSerializable(typeof(CampaignStats))]
[JsonSerializable(typeof(CampaignDailyStat))]
[JsonSerializable(typeof(VariantStats))]
[JsonSerializable(typeof(SequenceStats))]
[JsonSerializable(typeof(CampaignAnalytics))]
[JsonSerializable(typeof(CampaignInbox))]
[JsonSerializable(typeof(Campaign))]
[JsonSerializable(typeof(CampaignSummary))]
[JsonSerializable(typeof(CreateCampaignRequest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CampaignStatus))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(UpdateCampaignRequest))]
[JsonSerializable(typeof(UpdateTimeWindow))]
[JsonSerializable(typeof(UpdateDaySchedule))]
[JsonSerializable(typeof(UpdateScheduleDays))]
[JsonSerializable(typeof(ScheduleTimezone))]
[JsonSerializable(typeof(UpdateScheduleRequest))]
[JsonSerializable(typeof(CampaignInboxesRequest))]
[JsonSerializable(typeof(MailAddress))]
[JsonSerializable(typeof(MessageAttachment))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(CreateConversationRequest))]
[JsonSerializable(typeof(ReplyToConversationRequest))]
[JsonSerializable(typeof(ConversationLabel?))]
[JsonSerializable(typeof(UpdateConversationRequest))]
[JsonSerializable(typeof(Inbox))]
[JsonSerializable(typeof(InboxCampaign))]
[JsonSerializable(typeof(InboxDetail))]
[JsonSerializable(typeof(UpdateInboxRequest))]
[JsonSerializable(typeof(WarmupDay))]
[JsonSerializable(typeof(WarmupStats))]
[JsonSerializable(typeof(JsonScalar))]
[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(CreateLeadRequest))]
[JsonSerializable(typeof(SequenceVariant))]
[JsonSerializable(typeof(Variant))]
[JsonSerializable(typeof(Sequence))]
[JsonSerializable(typeof(CreateSequenceRequest))]
[JsonSerializable(typeof(UpdateSequenceRequest))]
[JsonSerializable(typeof(CreateVariantRequest))]
[JsonSerializable(typeof(UpdateVariantRequest))]
[JsonSerializable(typeof(InboxEventData))]
[JsonSerializable(typeof(CampaignEventData))]
[JsonSerializable(typeof(LeadEventData))]
[JsonSerializable(typeof(UniboxMessageEventData))]
[JsonSerializable(typeof(InboxDisconnectedEvent))]
[JsonSerializable(typeof(CampaignStatusEvent))]
[JsonSerializable(typeof(LeadEvent))]
[JsonSerializable(typeof(UniboxMessageEvent))]
[JsonSerializable(typeof(List<BlocklistEntry>))]
[JsonSerializable(typeof(List<CampaignInbox>))]
[JsonSerializable(typeof(List<CampaignSummary>))]
[JsonSerializable(typeof(List<Conversation>))]
[JsonSerializable(typeof(List<Inbox>))]
[JsonSerializable(typeof(List<Lead>))]
[JsonSerializable(typeof(List<Sequence>))]
public sealed partial class ReachkitJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>How Mailmark's records stand in JSON: source-generated, camelCase, lenient towards unknown members.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(UnixMillisecondsConverter),
        typeof(OneOrManyConverter<DomainHealth>),
        typeof(OneOrManyConverter<BounceStats>),
        typeof(OneOrManyConverter<SuppressionPage>),
        typeof(OptionalConverter<MailboxSelector>),
        typeof(OptionalConverter<string>),
        typeof(OptionalListConverter<string>),
    ])]
[JsonSerializable(typeof(DeletedResult))]
[JsonSerializable(typeof(Mailbox))]
[JsonSerializable(typeof(CreateMailboxRequest))]
[JsonSerializable(typeof(SenderGroup))]
[JsonSerializable(typeof(CreateSenderGroupRequest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(MailboxSelector))]
[JsonSerializable(typeof(UpdateSenderGroupRequest))]
[JsonSerializable(typeof(SendEmailRequest))]
[JsonSerializable(typeof(EmailSummary))]
[JsonSerializable(typeof(EmailDetail))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(UpsertContactRequest))]
[JsonSerializable(typeof(UpsertedContact))]
[JsonSerializable(typeof(EnrollmentStats))]
[JsonSerializable(typeof(Sequence))]
[JsonSerializable(typeof(CreatedSequence))]
[JsonSerializable(typeof(CreateSequenceRequest))]
[JsonSerializable(typeof(UpdateSequenceRequest))]
[JsonSerializable(typeof(SequenceState))]
[JsonSerializable(typeof(CancelledSequence))]
[JsonSerializable(typeof(EnrollContact))]
[JsonSerializable(typeof(EnrollContactsRequest))]
[JsonSerializable(typeof(EnrollResult))]
[JsonSerializable(typeof(AuthCheck))]
[JsonSerializable(typeof(DomainHealth))]
[JsonSerializable(typeof(DomainHealthPending))]
[JsonSerializable(typeof(WarmupMailbox))]
[JsonSerializable(typeof(StatsPeriod))]
[JsonSerializable(typeof(BounceStats))]
[JsonSerializable(typeof(Suppression))]
[JsonSerializable(typeof(SuppressionPage))]
[JsonSerializable(typeof(SequenceCampaignStats))]
[JsonSerializable(typeof(BatchCampaignStats))]
[JsonSerializable(typeof(CampaignStats))]
[JsonSerializable(typeof(SequenceCounts))]
[JsonSerializable(typeof(BatchCounts))]
[JsonSerializable(typeof(List<Mailbox>))]
[JsonSerializable(typeof(List<SenderGroup>))]
[JsonSerializable(typeof(List<EmailSummary>))]
[JsonSerializable(typeof(List<Contact>))]
[JsonSerializable(typeof(List<Sequence>))]
[JsonSerializable(typeof(List<WarmupMailbox>))]
[JsonSerializable(typeof(SendResult))]
[JsonSerializable(typeof(TransactionalSendResult))]
[JsonSerializable(typeof(CampaignSendResult))]
[JsonSerializable(typeof(EmailDeleteResult))]
[JsonSerializable(typeof(SequenceStep))]
[JsonSerializable(typeof(SendEmailStep))]
[JsonSerializable(typeof(DelayStep))]
[JsonSerializable(typeof(OneOrMany<DomainHealth>))]
[JsonSerializable(typeof(OneOrMany<BounceStats>))]
[JsonSerializable(typeof(OneOrMany<SuppressionPage>))]
public sealed partial class MailmarkJson : JsonSerializerContext;

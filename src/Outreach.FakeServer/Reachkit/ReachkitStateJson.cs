using System.Text.Json.Serialization;
using Outreach.Sdk;

namespace Outreach.FakeServer.Reachkit;

/// <summary>How Reachkit's rows stand in a state file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(WorkspaceRow))]
[JsonSerializable(typeof(KeyRow))]
[JsonSerializable(typeof(BlocklistRow))]
[JsonSerializable(typeof(CampaignRow))]
[JsonSerializable(typeof(CampaignTallyRow))]
[JsonSerializable(typeof(SlotRow))]
[JsonSerializable(typeof(StepRow))]
[JsonSerializable(typeof(VariantRow))]
[JsonSerializable(typeof(LeadRow))]
[JsonSerializable(typeof(LeadStateRow))]
[JsonSerializable(typeof(InboxRow))]
[JsonSerializable(typeof(InboxTallyRow))]
[JsonSerializable(typeof(WarmupDayRow))]
[JsonSerializable(typeof(ConversationRow))]
[JsonSerializable(typeof(MessageRow))]
[JsonSerializable(typeof(FileRow))]
[JsonSerializable(typeof(AddressedRow))]
[JsonSerializable(typeof(EmailRow))]
[JsonSerializable(typeof(GroupRow))]
[JsonSerializable(typeof(PassPlan))]
[JsonSerializable(typeof(SubscriptionRow))]
[JsonSerializable(typeof(DeliveryRow))]
[JsonSerializable(typeof(ReachkitIncomingMail))]
internal sealed partial class ReachkitStateJson : JsonSerializerContext;

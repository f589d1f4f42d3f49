using System.Text.Json.Serialization;

namespace Outreach.FakeServer.Markus;

/// <summary>How the rows of Markus stand in a state file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(MarkusFixture))]
[JsonSerializable(typeof(AccountRow))]
[JsonSerializable(typeof(ApiKeyRow))]
[JsonSerializable(typeof(CampaignRow))]
[JsonSerializable(typeof(TargetProfileRow))]
[JsonSerializable(typeof(ContactRow))]
[JsonSerializable(typeof(ConversationRow))]
[JsonSerializable(typeof(MessageRow))]
[JsonSerializable(typeof(ConnectedAccountRow))]
[JsonSerializable(typeof(NotificationRow))]
[JsonSerializable(typeof(SendDayRow))]
[JsonSerializable(typeof(WebhookEndpointRow))]
[JsonSerializable(typeof(WebhookDeliveryRow))]
[JsonSerializable(typeof(DiscoveryJobRow))]
[JsonSerializable(typeof(CreditPurchaseRow))]
[JsonSerializable(typeof(PaymentChallengeRow))]
internal sealed partial class MarkusStateJson : JsonSerializerContext;

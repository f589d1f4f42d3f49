using System.Text.Json.Serialization;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>How Crm's rows are written to a state file: instants in full precision, so that order survives.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CustomerRow))]
[JsonSerializable(typeof(ActivityRow))]
[JsonSerializable(typeof(NoteRow))]
[JsonSerializable(typeof(SegmentRow))]
[JsonSerializable(typeof(CampaignRow))]
[JsonSerializable(typeof(JourneyRow))]
[JsonSerializable(typeof(JourneyStepRow))]
[JsonSerializable(typeof(EnrollmentRow))]
[JsonSerializable(typeof(ConnectionRow))]
[JsonSerializable(typeof(OAuthStateRow))]
[JsonSerializable(typeof(PostRow))]
[JsonSerializable(typeof(PromotionRow))]
[JsonSerializable(typeof(CrmTimers))]
[JsonSerializable(typeof(CrmUpsets))]
[JsonSerializable(typeof(SegmentCriteria))]
[JsonSerializable(typeof(SegmentRule))]
[JsonSerializable(typeof(JsonScalar))]
internal sealed partial class CrmStateJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Outreach.FakeServer.Mailmark;

/// <summary>How Mailmark's state is written to a state file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UserRow))]
[JsonSerializable(typeof(DomainRow))]
[JsonSerializable(typeof(KeyRow))]
[JsonSerializable(typeof(MailboxRow))]
[JsonSerializable(typeof(SenderGroupRow))]
[JsonSerializable(typeof(ContactRow))]
[JsonSerializable(typeof(EmailRow))]
[JsonSerializable(typeof(ScheduledRow))]
[JsonSerializable(typeof(SequenceRow))]
[JsonSerializable(typeof(EnrollmentRow))]
[JsonSerializable(typeof(SuppressionRow))]
[JsonSerializable(typeof(WarmingRow))]
[JsonSerializable(typeof(HealthRow))]
[JsonSerializable(typeof(WarmupRow))]
[JsonSerializable(typeof(VerdictRow))]
[JsonSerializable(typeof(MailmarkSettings))]
internal sealed partial class MailmarkStateJson : JsonSerializerContext;

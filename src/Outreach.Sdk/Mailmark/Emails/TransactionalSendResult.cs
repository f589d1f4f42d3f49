using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Result of a transactional send.</summary>
public sealed record TransactionalSendResult : SendResult
{
    /// <summary><c>&lt;unix ms&gt;-&lt;up to 8 base36 characters&gt;</c>; also the key of the tracking links.</summary>
    public string MessageId { get => field ?? ""; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> Messages => [MessageId];
}

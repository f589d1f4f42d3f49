using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Result of a campaign send.</summary>
public sealed record CampaignSendResult : SendResult
{
    /// <summary>What stands in <see cref="MessageIds"/> for a recipient who has unsubscribed.</summary>
    public const string Skipped = "skipped-all-unsubscribed";

    /// <summary>One entry per recipient in request order; <see cref="Skipped"/> for a suppressed recipient.</summary>
    public IReadOnlyList<string> MessageIds { get => field ?? []; init; }

    /// <summary><c>batch-&lt;unix ms of the request&gt;</c>; the key of the batch in the campaign statistics.</summary>
    public string BatchId { get => field ?? ""; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> Messages => MessageIds;
}

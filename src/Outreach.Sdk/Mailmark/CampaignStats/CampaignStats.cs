using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>
/// Requested kinds only: <c>type=sequence</c> omits <c>batches</c> and the other way round; an unknown <c>type</c> gives an empty
/// object.
/// </summary>
public sealed record CampaignStats
{
    /// <summary>Oldest first, domain by domain.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SequenceCampaignStats>? Sequences { get; init; }

    /// <summary>In order of first message, mailbox by mailbox.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BatchCampaignStats>? Batches { get; init; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>
/// What became of a send: a <see cref="TransactionalSendResult"/> or a <see cref="CampaignSendResult"/>, as the request's type was.
/// </summary>
[JsonConverter(typeof(SendResultConverter))]
public abstract record SendResult
{
    private protected SendResult() { }

    /// <summary>Whether the mail is queued now or scheduled for later.</summary>
    [JsonPropertyOrder(1)]
    public SendState Status { get; init; }

    /// <summary>The message ids: one for a transactional send, one per recipient for a campaign.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> Messages { get; }
}

using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>A direct message. Exactly one of <c>contact_id</c> and <c>conversation_id</c> is required.</summary>
public sealed record SendChannelMessageRequest
{
    /// <summary>A messaging channel. The four channels are published; the lower-case wire spelling is inferred.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Recipient.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContactId { get; init; }

    /// <summary>Conversation to reply in; its channel must equal <c>channel</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConversationId { get; init; }

    /// <summary>Connected account to send from; default the channel's default account.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccountId { get; init; }

    /// <summary>Subject; required for the first e-mail to a contact, not allowed on other channels. 1 to 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>Plain text. 1 to 20000 characters.</summary>
    public required string Body { get; init; }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Mailmark;

/// <summary>Tells the two results of a send apart by their members: only a campaign has a batch.</summary>
public sealed class SendResultConverter : JsonConverter<SendResult>
{
    /// <inheritdoc/>
    public override SendResult? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        if (element.ValueKind != JsonValueKind.Object) throw new JsonException("An object was expected.");
        return element.TryGetProperty("batchId", out _) || element.TryGetProperty("messageIds", out _)
            ? element.Deserialize((JsonTypeInfo<CampaignSendResult>)options.GetTypeInfo(typeof(CampaignSendResult)))
            : element.Deserialize((JsonTypeInfo<TransactionalSendResult>)options.GetTypeInfo(typeof(TransactionalSendResult)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SendResult value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
}

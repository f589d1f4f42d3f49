using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Mailmark;

/// <summary>Tells steps apart by <c>type</c>, wherever it stands in the object; an unknown kind is kept as it came.</summary>
public sealed class SequenceStepConverter : JsonConverter<SequenceStep>
{
    /// <inheritdoc/>
    public override SequenceStep? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        if (element.ValueKind != JsonValueKind.Object) throw new JsonException("An object was expected.");
        string? type = element.TryGetProperty("type", out JsonElement member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        return type switch
        {
            "send_email" => element.Deserialize((JsonTypeInfo<SendEmailStep>)options.GetTypeInfo(typeof(SendEmailStep))),
            "delay" => element.Deserialize((JsonTypeInfo<DelayStep>)options.GetTypeInfo(typeof(DelayStep))),
            _ => new UnknownStep(element),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SequenceStep value, JsonSerializerOptions options)
    {
        if (value is UnknownStep unknown) unknown.Json.WriteTo(writer);
        else JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Crm;

/// <summary>Tells a group from a rule: only a group has a combinator or rules.</summary>
public sealed class SegmentNodeConverter : JsonConverter<SegmentNode>
{
    /// <inheritdoc/>
    public override SegmentNode? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An object was expected.");
        return IsGroup(reader)
            ? JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<SegmentCriteria>)options.GetTypeInfo(typeof(SegmentCriteria)))
            : JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<SegmentRule>)options.GetTypeInfo(typeof(SegmentRule)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SegmentNode value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));

    // Looks ahead on a copy of the reader, so that the tree is read once however deep it is nested.
    private static bool IsGroup(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("combinator"u8) || reader.ValueTextEquals("rules"u8)) return true;
            if (reader.ValueTextEquals("field"u8) || reader.ValueTextEquals("operator"u8)) return false;
            reader.Skip();
        }

        return false;
    }
}

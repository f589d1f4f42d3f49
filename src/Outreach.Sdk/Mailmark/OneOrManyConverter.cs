using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk.Mailmark;

/// <summary>Reads an object as one entry and an array as many; writes the form that was read. Listed closed on the context.</summary>
/// <typeparam name="T">The entries; known to the same context.</typeparam>
public sealed class OneOrManyConverter<T> : JsonConverter<OneOrMany<T>>
{
    /// <inheritdoc/>
    public override OneOrMany<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonTypeInfo<T> type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (reader.TokenType == JsonTokenType.StartObject) return new([JsonSerializer.Deserialize(ref reader, type)!], IsList: false);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("An object or an array was expected.");
        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(JsonSerializer.Deserialize(ref reader, type)!);
        return new(items, IsList: true);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OneOrMany<T> value, JsonSerializerOptions options)
    {
        JsonTypeInfo<T> type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (!value.IsList)
        {
            JsonSerializer.Serialize(writer, value.Single(), type);
            return;
        }

        writer.WriteStartArray();
        foreach (T item in value.Items) JsonSerializer.Serialize(writer, item, type);
        writer.WriteEndArray();
    }
}

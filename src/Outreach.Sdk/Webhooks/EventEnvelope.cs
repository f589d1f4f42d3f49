using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>What must be known of an event before its data can be read: its type, its id, and that there is data.</summary>
internal readonly record struct EventEnvelope(string Type, string? Id, bool HasData)
{
    /// <summary>Reads the outermost members. Of a member that stands twice the last one counts, as in the reading of records.</summary>
    public static EventEnvelope Read(ReadOnlySpan<byte> body, ReadOnlySpan<byte> typeName, ReadOnlySpan<byte> idName)
    {
        string? type = null;
        string? id = null;
        bool hasData = false;
        Utf8JsonReader reader = new(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A webhook event is a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = reader.ValueTextEquals(typeName);
            bool isId = !idName.IsEmpty && reader.ValueTextEquals(idName);
            bool isData = reader.ValueTextEquals("data"u8);
            reader.Read();
            if (isType) type = Text(ref reader);
            else if (isId) id = Text(ref reader);
            else if (isData) hasData = reader.TokenType == JsonTokenType.StartObject;
            reader.Skip();
        }

        // To the end, so that what follows the object is found too.
        while (reader.Read()) { }
        return new EventEnvelope(string.IsNullOrEmpty(type) ? throw new JsonException("A webhook event has a type.") : type, id, hasData);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("The type and the id of a webhook event are texts.");
        return reader.GetString()!;
    }
}

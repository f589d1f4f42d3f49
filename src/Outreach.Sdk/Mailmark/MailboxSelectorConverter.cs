using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Writes a <see cref="MailboxSelector"/> as <c>"all"</c> or as an array; reads comma separated text as well.</summary>
public sealed class MailboxSelectorConverter : JsonConverter<MailboxSelector>
{
    /// <inheritdoc/>
    public override MailboxSelector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        return element.ValueKind switch
        {
            JsonValueKind.String when element.ValueEquals("all") => MailboxSelector.All,
            JsonValueKind.String => MailboxSelector.Of(element.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            JsonValueKind.Array => MailboxSelector.Of([.. element.EnumerateArray().Select(item => item.GetString() ?? "")]),
            _ => throw new JsonException("Text or an array was expected."),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MailboxSelector value, JsonSerializerOptions options)
    {
        if (value.IsAll)
        {
            writer.WriteStringValue("all");
            return;
        }

        writer.WriteStartArray();
        foreach (string address in value.Addresses) writer.WriteStringValue(address);
        writer.WriteEndArray();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The data of test events: the contract's examples with nil UUIDs.</summary>
internal static class WebhookSamples
{
    private static readonly Lazy<Dictionary<string, ReadOnlyMemory<byte>>> _data = new(Read);

    /// <summary>The sample data of an event type.</summary>
    public static ReadOnlyMemory<byte> Of(WebhookEventType type) => _data.Value[type.Value!];

    private static Dictionary<string, ReadOnlyMemory<byte>> Read()
    {
        Dictionary<string, ReadOnlyMemory<byte>> samples = new(StringComparer.Ordinal);
        foreach (JsonProperty webhook in ContractDocument.Of("markus").Root.GetProperty("webhooks").EnumerateObject())
        {
            JsonElement data = webhook.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("data");
            JsonObject sample = JsonObject.Create(data)!;
            Blank(sample);
            samples[webhook.Name] = JsonBody.Write(sample, static (writer, node) => node.WriteTo(writer));
        }

        return samples;
    }

    private static void Blank(JsonObject node)
    {
        foreach ((string name, JsonNode? value) in node.ToList())
        {
            if (value is JsonObject inner) Blank(inner);
            else if (value is JsonValue text && text.TryGetValue(out string? id) && Guid.TryParseExact(id, "D", out _)) node[name] = Guid.Empty.ToString("D");
        }
    }
}
